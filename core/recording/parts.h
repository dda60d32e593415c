#pragma once

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace tenfold {

/// A part of a file: what it is, in four letters, and its bytes.
struct FilePart
{
    QByteArray type;
    QByteArray content;
};

/// The container of a recording. All numbers have their least significant byte first:
///     eight bytes that no text has, the version (4), and parts: type (4), length (8), CRC-32 of type and
///     content (4), content. The last part is "END ", which is empty.
/// A reader keeps the parts that it does not know. A change that it cannot do without understanding is
/// another version.
QByteArray fileOfParts(const std::vector<FilePart> &parts);

struct PartsOfFile
{
    enum class Problem : std::uint8_t { None, NoRecording, LaterVersion, Incomplete, Damaged };
    Problem problem = Problem::None;
    QByteArray bytes = {};
    std::vector<FilePart> parts = {}; ///< within the bytes, without the end; they live as long as this
};
/// Takes no memory for what `bytes` announce. Any thread.
PartsOfFile partsOfFile(const QByteArray &bytes);

} // namespace tenfold
