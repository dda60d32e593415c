#pragma once

#include <QString>

#include <vector>

namespace tenfold {

struct User
{
    QString name;
    QString email;
};

/// `count` users made from `seed`; no two have the same e-mail address.
std::vector<User> makeUsers(int count, quint64 seed);

} // namespace tenfold
