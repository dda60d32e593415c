#include "core/workloads/compute/digits.h"

#include <QFile>

#include <stdexcept>

namespace tenfold {

static std::vector<Digit> readDigits()
{
    QFile file(QStringLiteral(":/digits/digits.csv"));
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("this program was built without its handwritten digits");
    std::vector<Digit> digits;
    while (!file.atEnd()) {
        const QByteArrayList cells = file.readLine().trimmed().split(',');
        Digit digit{};
        if (cells.size() != static_cast<qsizetype>(digit.pixels.size()) + 1)
            throw std::runtime_error("a handwritten digit has 64 pixels and its name");
        for (std::size_t i = 0; i < digit.pixels.size(); ++i)
            digit.pixels[i] = cells[static_cast<qsizetype>(i)].toInt() / 16.0;
        digit.digit = cells.last().toInt();
        digits.push_back(digit);
    }
    return digits;
}

const std::vector<Digit> &handwrittenDigits()
{
    static const std::vector<Digit> digits = readDigits();
    return digits;
}

} // namespace tenfold
