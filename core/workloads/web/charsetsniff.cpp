// How a page says in which encoding it is: the HTML Standard, 13.2.3, and RFC 7303 for XML.
#include "core/workloads/web/charset.h"

#include <QList>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

namespace tenfold {
namespace {

constexpr qsizetype mostSniffed = 1024;

bool isHtmlSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

Charset charsetOfMark(const QByteArray &body)
{
    if (body.startsWith("\xef\xbb\xbf"))
        return Charset::utf8();
    if (body.startsWith("\xfe\xff"))
        return Charset::named("utf-16be");
    return Charset::named(body.startsWith("\xff\xfe") ? "utf-16le" : "");
}

/// The parameter "charset" of a Content-Type; the first one counts.
Charset charsetOfType(const QByteArray &contentType)
{
    QByteArray parameter;
    bool isQuoted = false;
    QList<QByteArray> parameters;
    for (const char c : contentType + ';') {
        isQuoted = isQuoted != (c == '"');
        if (c == ';' && !isQuoted)
            parameters << std::exchange(parameter, {});
        else if (c != '"')
            parameter += c;
    }
    for (const QByteArray &text : parameters.mid(1)) {
        const qsizetype equals = text.indexOf('=');
        if (equals > 0 && text.first(equals).trimmed().toLower() == "charset")
            return Charset::named(text.sliced(equals + 1));
    }
    return {};
}

/// What an XML declaration at the very beginning says.
Charset charsetOfDeclaration(const QByteArray &body)
{
    if (body.startsWith(QByteArrayView("<\0?\0x\0", 6)))
        return Charset::named("utf-16le");
    if (body.startsWith(QByteArrayView("\0<\0?\0x", 6)))
        return Charset::named("utf-16be");
    if (!body.startsWith("<?xml"))
        return {};
    const QByteArray declaration = body.first(std::max<qsizetype>(0, body.indexOf('>')));
    qsizetype at = declaration.indexOf("encoding");
    if (at < 0)
        return {};
    const QByteArray rest = declaration.sliced(at + 8).trimmed();
    const QByteArray quoted = rest.startsWith('=') ? rest.sliced(1).trimmed() : QByteArray();
    if (!quoted.startsWith('"') && !quoted.startsWith('\''))
        return {};
    const Charset named = Charset::named(quoted.sliced(1).split(quoted[0]).first());
    return named.isUtf16() ? Charset::utf8() : named; // it was read as bytes
}

/// Looks for a <meta> that names an encoding, as a browser does before it decodes the page.
class Prescan
{
public:
    explicit Prescan(const QByteArray &body) : text_(body.first(std::min(body.size(), mostSniffed))) {}

    Charset charset()
    {
        for (; at_ < text_.size(); ++at_) {
            if (!isAt("<"))
                continue;
            if (isAt("<!--")) {
                at_ += 2; // the two hyphens may be those of the end, too
                skipPast("-->");
            } else if (const QByteArray tag = tagName(); !tag.isEmpty()) {
                if (const Charset found = readTag(tag); found.isValid())
                    return found;
            } else if (isAt("<!") || isAt("</") || isAt("<?")) {
                skipPast(">");
            }
        }
        return {};
    }

private:
    struct Attribute
    {
        QByteArray name, value; ///< in lower case
    };

    bool isAt(QByteArrayView what) const { return text_.sliced(at_).startsWith(what); }
    char current() const { return at_ < text_.size() ? text_[at_] : '>'; }
    /// To the last byte of the next `what`.
    void skipPast(const QByteArray &what)
    {
        const qsizetype found = text_.indexOf(what, at_);
        at_ = found < 0 ? text_.size() : found + what.size() - 1;
    }

    /// The name of the tag that begins here, with a slash for an end.
    QByteArray tagName() const
    {
        qsizetype end = at_ + 1 + isAt("</");
        if (end >= text_.size() || !std::isalpha(static_cast<unsigned char>(text_[end])))
            return {};
        while (end < text_.size() && !isHtmlSpace(text_[end]) && text_[end] != '>' && text_[end] != '/')
            ++end;
        return text_.sliced(at_ + 1, end - at_ - 1).toLower();
    }

    Charset readTag(const QByteArray &tag)
    {
        at_ += 1 + tag.size();
        bool isPragma = false;
        bool needsPragma = false;
        bool isKnown = false;
        Charset found;
        while (const auto attribute = nextAttribute()) {
            if (attribute->name == "http-equiv") {
                isPragma = isPragma || attribute->value == "content-type";
            } else if (attribute->name == "charset") {
                found = Charset::named(attribute->value);
                isKnown = true;
                needsPragma = false;
            } else if (attribute->name == "content" && !isKnown) {
                found = charsetOfMeta(attribute->value);
                isKnown = needsPragma = found.isValid();
            }
        }
        // What is text there, to a browser.
        static constexpr std::array<QByteArrayView, 8> texts{"script", "style",    "title",   "textarea",
                                                             "xmp",    "noscript", "noembed", "iframe"};
        if (std::ranges::find(texts, QByteArrayView(tag)) != texts.end()) {
            const qsizetype end = text_.toLower().indexOf("</" + tag, at_);
            at_ = end < 0 ? text_.size() : end - 1;
        }
        if (tag != "meta" || !isKnown || (needsPragma && !isPragma))
            return {};
        if (found.isUtf16())
            return Charset::utf8();
        return found.name() == "x-user-defined" ? Charset::windows1252() : found;
    }

    std::optional<Attribute> nextAttribute()
    {
        while (isHtmlSpace(current()) || current() == '/')
            ++at_;
        if (current() == '>')
            return {};
        const qsizetype begin = at_++; // an equals sign at the beginning is part of the name
        while (!isHtmlSpace(current()) && current() != '/' && current() != '>' && current() != '=')
            ++at_;
        Attribute attribute{text_.sliced(begin, at_ - begin).toLower(), {}};
        while (isHtmlSpace(current()))
            ++at_;
        if (current() != '=')
            return attribute;
        do
            ++at_;
        while (isHtmlSpace(current()));
        if (current() == '"' || current() == '\'') {
            const qsizetype end = text_.indexOf(text_[at_], at_ + 1);
            attribute.value = text_.sliced(at_ + 1, (end < 0 ? text_.size() : end) - at_ - 1).toLower();
            at_ = end < 0 ? text_.size() : end + 1;
        } else {
            const qsizetype start = at_;
            while (!isHtmlSpace(current()) && current() != '>')
                ++at_;
            attribute.value = text_.sliced(start, at_ - start).toLower();
        }
        if (at_ >= text_.size())
            return {}; // cut off: it does not count
        return attribute;
    }

    const QByteArray text_;
    qsizetype at_ = 0;
};

} // namespace

Charset charsetOfMeta(const QByteArray &content)
{
    const QByteArray lower = content.toLower();
    for (qsizetype at = lower.indexOf("charset"); at >= 0; at = lower.indexOf("charset", at)) {
        at += 7;
        const QByteArray rest = lower.sliced(at).trimmed();
        if (!rest.startsWith('='))
            continue;
        const QByteArray value = rest.sliced(1).trimmed();
        if (value.startsWith('"') || value.startsWith('\'')) {
            const qsizetype end = value.indexOf(value[0], 1);
            return end < 0 ? Charset() : Charset::named(value.sliced(1, end - 1));
        }
        const auto *const end =
            std::ranges::find_if(value, [](char c) { return isHtmlSpace(c) || c == ';'; });
        return Charset::named(value.first(end - value.begin()));
    }
    return {};
}

Sniffed charsetOfHtml(const QByteArray &body, const QByteArray &contentType)
{
    for (const Charset &said : {charsetOfMark(body), charsetOfType(contentType), Prescan(body).charset()}) {
        if (said.isValid())
            return {said, Confidence::Certain};
    }
    if (const Charset declared = charsetOfDeclaration(body); declared.isValid())
        return {declared, Confidence::Tentative};
    QStringDecoder utf8(QStringDecoder::Utf8);
    [[maybe_unused]] const QString text = utf8.decode(body);
    return {utf8.hasError() ? Charset::windows1252() : Charset::utf8(), Confidence::Tentative};
}

Charset charsetOfXml(const QByteArray &body, const QByteArray &contentType)
{
    for (const Charset &said :
         {charsetOfMark(body), charsetOfType(contentType), charsetOfDeclaration(body)}) {
        if (said.isValid())
            return said;
    }
    return Charset::utf8();
}

} // namespace tenfold
