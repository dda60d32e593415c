#include "core/workloads/site/users.h"

#include <QRandomGenerator>

#include <array>

namespace tenfold {

std::vector<User> makeUsers(int count, quint64 seed)
{
    constexpr std::array given{"Aoi",  "Ben", "Chika", "Dana", "Emi",  "Finn", "Goro", "Hana",
                               "Ivan", "Jun", "Kei",   "Lena", "Mika", "Nils", "Olga", "Ren"};
    constexpr std::array family{"Abe", "Berg",  "Costa", "Doi",  "Endo", "Fuchs", "Goto", "Hill",
                                "Ito", "Jones", "Kato",  "Lind", "Mori", "Novak", "Ono",  "Sato"};
    const quint32 seeds[] = {static_cast<quint32>(seed), static_cast<quint32>(seed >> 32)};
    QRandomGenerator random(seeds);
    std::vector<User> users;
    for (int i = 1; i <= count; ++i) {
        const QString first = QString::fromLatin1(given.at(random.bounded(quint32{given.size()})));
        const QString last = QString::fromLatin1(family.at(random.bounded(quint32{family.size()})));
        users.push_back({first + u' ' + last,
                         QStringLiteral("%1.%2.%3@example.com").arg(first.toLower(), last.toLower()).arg(i)});
    }
    return users;
}

} // namespace tenfold
