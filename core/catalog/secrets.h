#pragma once

#include "core/catalog/parameter.h"

namespace tenfold {

/// `text` as it may be shown and kept: the passwords of the URLs in it are "***". What stands behind the
/// first colon of a URL's user information is not to be rendered (RFC 3986, 3.2.1). Any thread.
QString withoutPasswords(const QString &text);
/// The same of each value that is a text.
Values withoutPasswords(Values values);

} // namespace tenfold
