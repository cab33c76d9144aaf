// SPDX-License-Identifier: Apache-2.0
// Definitions of expected.hpp.
#include "syntax/expected.hpp"

namespace TIEUCHI_NAMESPACE::impl::syntax {

namespace {

[[nodiscard]] std::string described(level where) {
    switch (where) {
    case level::file: return "`document`, `part`, `standard`, `amend` or `example`";
    case level::document: return "a document item or `}`";
    case level::standard: return "a standard item or `}`";
    case level::facts: return "a fact or `}`";
    case level::criteria: return "a clause or `}`";
    case level::amendment: return "`add`, `replace`, `repeal`, `note`, `facts` or `}`";
    case level::example: return "an item of an example or `}`";
    }
    return {};
}

} // namespace

std::string described(const expectation& expected) {
    switch (expected.what) {
    case wanted::token: return '`' + std::string(spelling(expected.kind)) + '`';
    case wanted::choice: return expected.choice;
    case wanted::statement: return described(expected.where);
    case wanted::name: return "a name";
    case wanted::language: return "a language";
    case wanted::clause: return "a clause";
    case wanted::whole: return "a whole number";
    case wanted::number: return "a number";
    case wanted::number_or_name: return "a number or a name";
    case wanted::date: return "a date";
    case wanted::month_day: return "a month and day";
    case wanted::text: return "a text";
    case wanted::condition: return "a condition";
    case wanted::value: return "a value";
    case wanted::expression: return "an expression";
    case wanted::type: return "a type or `=`";
    case wanted::status: return "a status";
    case wanted::class_limit: return "`>=` or `otherwise`";
    }
    return {};
}

std::string_view way_to_write(const expectation& expected) noexcept {
    using namespace literals;
    switch (expected.what) {
    case wanted::type: return "a type is `yes_no`, `count`, `number`, `percent`, `date` or `one of (…)`";
    case wanted::status: return "a document is `official`, `local`, `draft` or `illustrative`";
    case wanted::date: return "a date is year-month-day, such as `2022-11-20`";
    case wanted::month_day: return "a day of the year is written month-day, as in `11-16`";
    case wanted::text: return "put text in quotation marks";
    case wanted::clause: return "a clause is written as in the text of the law, such as `6.3.đ`";
    case wanted::whole: return "a whole number is written in digits only";
    case wanted::token:
        return expected.kind == "points"_word ? "a number of points is written as in `5 points when …`" : std::string_view{};
    case wanted::choice:
    case wanted::statement:
    case wanted::name:
    case wanted::language:
    case wanted::number:
    case wanted::number_or_name:
    case wanted::condition:
    case wanted::value:
    case wanted::expression:
    case wanted::class_limit: break;
    }
    return {};
}

} // namespace TIEUCHI_NAMESPACE::impl::syntax
