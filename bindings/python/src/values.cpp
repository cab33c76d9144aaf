// SPDX-License-Identifier: Apache-2.0
#include "values.hpp"

#include "base/exponent.hpp"
#include "interpreter.hpp"

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace tieuchi::python {

using namespace nb::literals;

namespace {

[[nodiscard]] nb::object type_of(const char* module, const char* name) { return nb::module_::import_(module).attr(name); }

/// Of what is told, true, though it need not be a `bool`.
[[nodiscard]] bool is_true(nb::handle told) {
    const int truth = PyObject_IsTrue(told.ptr());
    if (truth < 0) { throw nb::python_error(); }
    return truth == 1;
}

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

/// A float of two or of four bytes means its own shortest decimal form: 0.1, and not 0.10000000149.
[[nodiscard]] value narrow(nb::handle given) {
    const nb::object write = nb::module_::import_("numpy").attr("format_float_positional");
    const std::string digits = shown(staying([&] { return write(given, "trim"_a = "-"); }));
    if (const auto exact = decimal::parse(digits)) { return *exact; }
    return shown(given);
}

/// A moment of NumPy's: the beginning of a day, whatever it counts in. An empty handle of any other.
[[nodiscard]] nb::object day_of(nb::handle moment) {
    const nb::object day = moment.attr("astype")("datetime64[D]");
    if (!is_true(day.attr("__eq__")(moment))) { return {}; }
    nb::object plain = day.attr("item")();
    return nb::isinstance(plain, type_of("datetime", "date")) ? plain : nb::object();
}

/// Of the type of the same name in a package, or below it; the package need not be there.
[[nodiscard]] bool is_of(nb::handle given, std::string_view package, std::string_view name) {
    const nb::handle type = given.type();
    if (shown(type.attr("__name__")) != name) { return false; }
    return shown(type.attr("__module__")).starts_with(package);
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
    if (nb::isinstance(given, type_of("datetime", "datetime")) || name == "datetime64") {
        name += " with a time of day or a time zone";
    }
    const std::string message = "fact `" + std::string(fact) +
                                "`: expected bool, int, float, decimal.Decimal, str, datetime.date or None (unknown), not " +
                                name;
    PyErr_SetObject(PyExc_TypeError, text(message).ptr());
    throw nb::python_error();
}

} // namespace

bool is_missing(nb::handle given) {
    if (given.is_none()) { return true; }
    if (PyFloat_Check(given.ptr())) { return std::isnan(PyFloat_AsDouble(given.ptr())); }
    if (PyUnicode_Check(given.ptr())) { return PyUnicode_GetLength(given.ptr()) == 0; }
    if (PyBool_Check(given.ptr()) || PyLong_Check(given.ptr())) { return false; }
    if (nb::isinstance(given, type_of("decimal", "Decimal"))) { return nb::cast<bool>(given.attr("is_nan")()); }
    if (nb::isinstance(given, type_of("datetime", "datetime"))) { return !is_true(given.attr("__eq__")(given)); } // NaT
    if (is_of(given, "pandas", "NAType") || is_of(given, "numpy", "MaskedConstant")) { return true; }
    if (nb::hasattr(given, "dtype") && nb::hasattr(given, "item")) {
        const std::string kind = shown(given.attr("dtype").attr("kind"));
        const bool scalar = nb::hasattr(given, "shape") && nb::len(nb::object(given.attr("shape"))) == 0;
        return scalar && (kind == "f" || kind == "M" || kind == "m") && is_true(given.attr("__ne__")(given));
    }
    return false;
}

value to_value(std::string_view fact, nb::handle given) {
    if (is_missing(given)) { return unknown_value{}; }
    if (PyBool_Check(given.ptr())) { return given.ptr() == Py_True; }
    if (PyLong_Check(given.ptr())) { return whole(given); }
    if (PyFloat_Check(given.ptr())) { return floating(given); }
    if (PyUnicode_Check(given.ptr())) { return utf8(given); }
    if (nb::isinstance(given, type_of("decimal", "Decimal"))) { return exact(given); }
    if (nb::isinstance(given, type_of("datetime", "datetime"))) {
        if (!at_midnight(given) || !given.attr("tzinfo").is_none()) { refuse(fact, given); }
    }
    if (nb::isinstance(given, type_of("datetime", "date"))) { return to_date(given); }
    if (nb::hasattr(given, "item") && nb::hasattr(given, "dtype")) {
        const std::string type = shown(given.attr("dtype"));
        if (type == "float32" || type == "float16") { return narrow(given); }
        if (type.starts_with("timedelta64")) { refuse(fact, given); } // whose item may be a number
        const nb::object plain = type.starts_with("datetime64") ? day_of(given) : given.attr("item")();
        if (!plain.is_valid()) { refuse(fact, given); }
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
    how.jurisdiction = utf8(given.attr("jurisdiction"));
    for (const nb::handle one : given.attr("readings")) { how.readings.emplace_back(utf8(one[0]), utf8(one[1])); }
    return how;
}

keeping to_keeping(nb::handle given) {
    keeping made;
    for (const nb::handle one : given["kept"]) { made.names.push_back(utf8(one)); }
    const auto metadata = nb::cast<nb::bytes>(given["metadata"]);
    made.metadata.assign(metadata.c_str(), metadata.size());
    return made;
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
    read("ignore_unknown_columns", how.ignore_unknown_columns);
    read("every_fact", how.every_fact);
    read("threads", how.threads);
    read("max_problems", how.max_problems);
    for (const nb::handle one : given["ignored_columns"]) { how.ignored_columns.push_back(utf8(one)); }
    return how;
}

} // namespace tieuchi::python
