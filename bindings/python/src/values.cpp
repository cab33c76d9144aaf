// SPDX-License-Identifier: Apache-2.0
#include "values.hpp"

#include <tieuchi/impl/base/exponent.hpp>

#include <cstdint>
#include <string>
#include <type_traits>

namespace tieuchi::python {

namespace {

[[nodiscard]] nb::object type_of(const char* module, const char* name) { return nb::module_::import_(module).attr(name); }

[[nodiscard]] std::string shown(nb::handle of) { return utf8(nb::str(of)); }

[[nodiscard]] value whole(nb::handle given) {
    int overflow = 0;
    const long long number = PyLong_AsLongLongAndOverflow(given.ptr(), &overflow);
    if (number == -1 && PyErr_Occurred() != nullptr) { throw nb::python_error(); }
    if (const auto exact = decimal::from_integer(number); exact && overflow == 0) { return *exact; }
    // Python itself refuses to write out numbers of thousands of digits.
    const nb::object bits = given.attr("bit_length")();
    return nb::cast<std::int64_t>(bits) > 256 ? std::string("a number of more than 77 digits") : shown(given);
}

[[nodiscard]] value floating(nb::handle given) {
    const double number = PyFloat_AsDouble(given.ptr());
    if (const auto exact = decimal::from_double(number)) { return *exact; }
    return utf8(nb::repr(nb::float_(number)));
}

/// A float of four bytes means its own shortest decimal form: 0.1, and not 0.10000000149.
[[nodiscard]] value single(nb::handle given) {
    const auto number = static_cast<float>(nb::cast<double>(given.attr("item")()));
    if (const auto exact = decimal::from_float(number)) { return *exact; }
    return shown(given);
}

[[nodiscard]] value exact(nb::handle given) {
    std::string digits = shown(given); // perhaps with an exponent
    if (const auto held = impl::parse_with_exponent(digits)) { return *held; }
    return digits;
}

[[nodiscard]] bool at_midnight(nb::handle given) {
    for (const char* const part : {"hour", "minute", "second", "microsecond", "nanosecond"}) { // the last: of pandas
        if (!nb::hasattr(given, part)) { continue; }
        const nb::object number = given.attr(part);
        if (!PyLong_Check(number.ptr()) || nb::cast<std::int64_t>(number) != 0) { return false; } // NaT has no numbers
    }
    return true;
}

[[noreturn]] void refuse(std::string_view fact, nb::handle given) {
    const nb::object type = nb::steal(PyObject_Type(given.ptr()));
    std::string name = shown(type.attr("__name__"));
    if (nb::isinstance(given, type_of("datetime", "datetime"))) { name += " with a time of day or a time zone"; }
    const std::string message = "fact `" + std::string(fact) +
                                "`: expected bool, int, float, decimal.Decimal, str, datetime.date or None (unknown), not " +
                                name;
    PyErr_SetObject(PyExc_TypeError, text(message).ptr());
    throw nb::python_error();
}

} // namespace

value to_value(std::string_view fact, nb::handle given) {
    if (given.is_none()) { return unknown_value{}; }
    if (PyBool_Check(given.ptr())) { return given.ptr() == Py_True; }
    if (PyLong_Check(given.ptr())) { return whole(given); }
    if (PyFloat_Check(given.ptr())) { return floating(given); }
    if (PyUnicode_Check(given.ptr())) { return utf8(given); }
    if (nb::isinstance(given, type_of("decimal", "Decimal"))) { return exact(given); }
    if (nb::isinstance(given, type_of("datetime", "datetime"))) {
        if (!nb::cast<bool>(given.attr("__eq__")(given))) { return unknown_value{}; } // NaT of pandas: no moment
        if (!at_midnight(given) || !given.attr("tzinfo").is_none()) { refuse(fact, given); }
    }
    if (nb::isinstance(given, type_of("datetime", "date"))) { return to_date(given); }
    if (nb::hasattr(given, "item") && nb::hasattr(given, "dtype")) {
        if (shown(given.attr("dtype")) == "float32") { return single(given); }
        const nb::object plain = given.attr("item")();
        if (!plain.type().is(given.type())) { return to_value(fact, plain); }
    }
    refuse(fact, given);
}

date to_date(nb::handle given) {
    return {nb::cast<int>(given.attr("year")), nb::cast<unsigned>(given.attr("month")), nb::cast<unsigned>(given.attr("day"))};
}

selection to_selection(nb::handle given) {
    selection how;
    how.on = to_date(given.attr("on"));
    if (const nb::object year = given.attr("year"); !year.is_none()) { how.year = nb::cast<int>(year); }
    how.place = utf8(given.attr("place"));
    for (const nb::handle one : given.attr("readings")) { how.readings.emplace_back(utf8(one[0]), utf8(one[1])); }
    return how;
}

column_options to_column_options(nb::handle given) {
    column_options how;
    const auto read = [&](const char* name, auto& to) { to = nb::cast<std::remove_reference_t<decltype(to)>>(given[name]); };
    read("possible", how.possible);
    read("total", how.total);
    read("adjustments", how.adjustments);
    read("findings", how.findings);
    read("reasons", how.reasons);
    read("because", how.because);
    read("pass_over_others", how.pass_over_others);
    read("every_fact", how.every_fact);
    read("threads", how.threads);
    read("problems_told", how.problems_told);
    for (const nb::handle one : given["passed_over"]) { how.passed_over.push_back(utf8(one)); }
    return how;
}

} // namespace tieuchi::python
