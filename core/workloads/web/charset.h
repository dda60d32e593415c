#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace tenfold {

/// An encoding of the Encoding Standard (encoding.spec.whatwg.org), which says what browsers make of a
/// label: "latin1" is windows-1252, "gb2312" is GBK. A value.
class Charset
{
public:
    static Charset utf8();
    static Charset windows1252() { return named("windows-1252"); }
    /// The encoding that `label` means; one that is not valid where it means none.
    static Charset named(QByteArrayView label);

    bool isValid() const { return entry_ != nullptr; }
    /// The standard's name, such as "Shift_JIS".
    QByteArray name() const;
    bool isUtf16() const;

    /// `bytes` as text, without the mark at their beginning. What stands for nothing is U+FFFD.
    QString decoded(QByteArrayView bytes) const;
    /// `text` as the query of a URL in a page of this encoding: what it has no bytes for is "&#N;", and UTF-8
    /// stands in for UTF-16.
    QByteArray encoded(const QString &text) const;

private:
    struct Entry;
    static const Entry entries[];
    const Entry *entry_ = nullptr;
};

/// `bytes`, in an encoding in which control characters are ASCII's, by `decode`, ICU's: that has U+001A for
/// what stands for nothing, and in some encodings other characters for 0x1a, 0x1c and 0x7f; here it is
/// U+FFFD, and they are themselves.
QString decodedByIcu(QByteArrayView bytes, const std::function<QString(QByteArrayView)> &decode);

/// How sure an encoding is, as the HTML Standard has it: a <meta> further down changes a tentative one.
enum class Confidence { Tentative, Certain };

/// What a page is to be read as.
struct Sniffed
{
    Charset charset;
    Confidence confidence = Confidence::Certain;
};

/// The encoding of an HTML page: its byte order mark, else the charset of its Content-Type, else what a
/// <meta> or an XML declaration in its first 1024 bytes says, else UTF-8 if it is that, else windows-1252.
Sniffed charsetOfHtml(const QByteArray &body, const QByteArray &contentType);
/// The encoding that `content` of a <meta http-equiv=content-type> names, as `Charset::named`.
Charset charsetOfMeta(const QByteArray &content);
/// The encoding of XML: its mark, else the charset of its Content-Type, else its declaration, else UTF-8.
Charset charsetOfXml(const QByteArray &body, const QByteArray &contentType);

} // namespace tenfold
