// SPDX-License-Identifier: Apache-2.0
/// \file
/// What the library tells, as the values that the package has for it: the classes of `tieuchi`, `decimal.Decimal`, `datetime.date`.
#pragma once

#include "interpreter.hpp"
#include "text.hpp"

#include <tieuchi/tieuchi.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tieuchi::python {

/// A class of the package.
class noun_class {
public:
    explicit noun_class(nb::object type) : type_(std::move(type)) {}

    [[nodiscard]] nb::handle type() const noexcept { return type_; }
    /// Makes one, which runs Python.
    template <class... Values>
    nb::object operator()(Values&&... values) const {
        nb::object made;
        staying([&] { made = type_(std::forward<Values>(values)...); });
        return made;
    }

private:
    nb::object type_;
};

/// A class of the package by its public name.
[[nodiscard]] noun_class noun(const char* name);

[[nodiscard]] nb::object to_python(decimal of);
[[nodiscard]] nb::object to_python(date of);
[[nodiscard]] nb::object to_python(const period& of);
[[nodiscard]] nb::object to_python(const decimal_range& of);
[[nodiscard]] nb::object to_python(const labels& of);
[[nodiscard]] nb::object to_python(const diagnostic& of);
[[nodiscard]] nb::object to_python(const document& of);
[[nodiscard]] nb::object to_python(const option& of);
[[nodiscard]] nb::object to_python(const outcome& of);
[[nodiscard]] nb::object to_python(const reading& of);
[[nodiscard]] nb::object to_python(const exit_rule& of);
[[nodiscard]] nb::object to_python(const criterion& of);
[[nodiscard]] nb::object to_python(const fact& of, const std::vector<fact>& all);
[[nodiscard]] nb::object to_python(const adjustment& of, const std::vector<outcome>& outcomes);
[[nodiscard]] nb::object to_python(const quota& of, const std::vector<outcome>& outcomes);
[[nodiscard]] nb::object to_python(const fact_value& of);
[[nodiscard]] nb::object to_python(const subject_count& of);
[[nodiscard]] inline nb::object to_python(const std::string& of) { return text(of); }
[[nodiscard]] inline nb::object to_python(std::uint32_t of) { return nb::int_(of); }
[[nodiscard]] inline nb::object to_python(std::size_t of) { return nb::int_(of); }

/// The names of outcomes, in the order of the rules.
[[nodiscard]] nb::tuple names_of(outcome_set set, const standard& of);

/// None where there is none.
template <class T>
[[nodiscard]] nb::object to_python(const std::optional<T>& of) {
    return of ? to_python(*of) : nb::none();
}

/// A tuple of what `make` gives for each.
template <class List, class Make>
[[nodiscard]] nb::tuple tuple_of(const List& all, const Make& make) {
    nb::list made;
    for (const auto& one : all) { made.append(make(one)); }
    return nb::tuple(made);
}

template <class T>
[[nodiscard]] nb::tuple tuple_of(const std::vector<T>& all) {
    return tuple_of(all, [](const T& one) { return to_python(one); });
}

/// Raises an exception of the package that carries these.
[[noreturn]] void raise(const char* exception, const diagnostics& problems);

} // namespace tieuchi::python
