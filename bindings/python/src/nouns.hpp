// SPDX-License-Identifier: Apache-2.0
/// \file
/// Values of the library converted to the package's: the classes of `tieuchi`, `decimal.Decimal`, `datetime.date`.
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
    /// Makes an instance, which runs Python code.
    template <class... Values>
    nb::object operator()(Values&&... values) const {
        nb::object instance;
        staying([&] { instance = type_(std::forward<Values>(values)...); });
        return instance;
    }

private:
    nb::object type_;
};

/// The class of the package with that public name.
[[nodiscard]] noun_class noun(const char* name);

[[nodiscard]] nb::object to_python(decimal number);
[[nodiscard]] nb::object to_python(date day);
[[nodiscard]] nb::object to_python(const period& span);
[[nodiscard]] nb::object to_python(const decimal_range& range);
[[nodiscard]] nb::object to_python(const labels& texts);
[[nodiscard]] nb::object to_python(const diagnostic& problem);
[[nodiscard]] nb::object to_python(const document& document);
[[nodiscard]] nb::object to_python(const option& option);
[[nodiscard]] nb::object to_python(const outcome& outcome);
[[nodiscard]] nb::object to_python(const reading& reading);
[[nodiscard]] nb::object to_python(const exit_rule& rule);
[[nodiscard]] nb::object to_python(const criterion& criterion);
[[nodiscard]] nb::object to_python(const fact& fact_info, const std::vector<fact>& all_facts);
[[nodiscard]] nb::object to_python(const adjustment& change, const std::vector<outcome>& outcomes);
[[nodiscard]] nb::object to_python(const quota& quota, const std::vector<outcome>& outcomes);
[[nodiscard]] nb::object to_python(const fact_value& value);
[[nodiscard]] nb::object to_python(const subject_count& count);
[[nodiscard]] inline nb::object to_python(const std::string& utf8_text) { return text(utf8_text); }
[[nodiscard]] inline nb::object to_python(std::uint32_t number) { return nb::int_(number); }
[[nodiscard]] inline nb::object to_python(std::size_t number) { return nb::int_(number); }

/// The names of the outcomes, in the order of the rules.
[[nodiscard]] nb::tuple names_of(outcome_set outcomes, const standard& standard);

/// None for an empty optional.
template <class T>
[[nodiscard]] nb::object to_python(const std::optional<T>& value) {
    return value ? to_python(*value) : nb::none();
}

/// A tuple of what `make` returns for each item.
template <class List, class Make>
[[nodiscard]] nb::tuple tuple_of(const List& items, const Make& make) {
    nb::list values;
    for (const auto& item : items) { values.append(make(item)); }
    return nb::tuple(values);
}

template <class T>
[[nodiscard]] nb::tuple tuple_of(const std::vector<T>& items) {
    return tuple_of(items, [](const T& item) { return to_python(item); });
}

/// Raises the package's exception of that name, which carries the problems.
[[noreturn]] void raise(const char* exception, const diagnostics& problems);

} // namespace tieuchi::python
