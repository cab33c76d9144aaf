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

/// Python's truth value of an object, which need not be a `bool`.
[[nodiscard]] bool is_true(nb::handle object) {
    const int truth = PyObject_IsTrue(object.ptr());
    if (truth < 0) { throw nb::python_error(); }
    return truth == 1;
}

[[nodiscard]] std::string shown(nb::handle object) { return utf8(nb::str(object)); }

[[nodiscard]] value whole(nb::handle object) {
    int overflow = 0;
    const long long number = PyLong_AsLongLongAndOverflow(object.ptr(), &overflow);
    if (number == -1 && PyErr_Occurred() != nullptr) { throw nb::python_error(); }
    if (const auto result = decimal::from_integer(number); result && overflow == 0) { return *result; }
    // Python itself refuses to print numbers of thousands of digits.
    const nb::object bits = object.attr("bit_length")();
    return nb::cast<std::int64_t>(bits) > 256 ? std::string("a number of more than 77 digits") : shown(object);
}

[[nodiscard]] value floating(nb::handle object) {
    const double number = PyFloat_AsDouble(object.ptr());
    if (const auto result = decimal::from_double(number)) { return *result; }
    return utf8(nb::repr(nb::float_(number)));
}

/// A float of two or four bytes means its shortest decimal form: 0.1, and not 0.10000000149.
[[nodiscard]] value narrow(nb::handle object) {
    const nb::object write = nb::module_::import_("numpy").attr("format_float_positional");
    const std::string digits = shown(staying([&] { return write(object, "trim"_a = "-"); }));
    if (const auto result = decimal::parse(digits)) { return *result; }
    return shown(object);
}

/// The day of a NumPy moment that is the beginning of a day, whatever its unit. An empty handle for any other moment.
[[nodiscard]] nb::object day_of(nb::handle moment) {
    const nb::object day = moment.attr("astype")("datetime64[D]");
    if (!is_true(day.attr("__eq__")(moment))) { return {}; }
    nb::object item = day.attr("item")();
    return nb::isinstance(item, type_of("datetime", "date")) ? item : nb::object();
}

/// True if the object's type has this name and is defined in `package` or below it; the package need not be installed.
[[nodiscard]] bool is_of(nb::handle object, std::string_view package, std::string_view name) {
    const nb::handle type = object.type();
    if (shown(type.attr("__name__")) != name) { return false; }
    return shown(type.attr("__module__")).starts_with(package);
}

[[nodiscard]] value exact(nb::handle object) {
    std::string digits = shown(object); // perhaps with an exponent
    if (const auto number = impl::parse_with_exponent(digits)) { return *number; }
    return digits;
}

[[nodiscard]] bool at_midnight(nb::handle object) {
    for (const char* const part : {"hour", "minute", "second", "microsecond", "nanosecond"}) { // the last: of pandas
        if (!nb::hasattr(object, part)) { continue; }
        const nb::object number = object.attr(part);
        if (!PyLong_Check(number.ptr()) || nb::cast<std::int64_t>(number) != 0) { return false; } // NaT has no numbers
    }
    return true;
}

[[noreturn]] void refuse(std::string_view fact, nb::handle object) {
    const nb::object type = nb::steal(PyObject_Type(object.ptr()));
    std::string name = shown(type.attr("__name__"));
    if (nb::isinstance(object, type_of("datetime", "datetime")) || name == "datetime64") {
        name += " with a time of day or a time zone";
    }
    const std::string message = "fact `" + std::string(fact) +
                                "`: expected bool, int, float, decimal.Decimal, str, datetime.date or None (unknown), not " +
                                name;
    PyErr_SetObject(PyExc_TypeError, text(message).ptr());
    throw nb::python_error();
}

} // namespace

bool is_missing(nb::handle object) {
    if (object.is_none()) { return true; }
    if (PyFloat_Check(object.ptr())) { return std::isnan(PyFloat_AsDouble(object.ptr())); }
    if (PyUnicode_Check(object.ptr())) { return PyUnicode_GetLength(object.ptr()) == 0; }
    if (PyBool_Check(object.ptr()) || PyLong_Check(object.ptr())) { return false; }
    if (nb::isinstance(object, type_of("decimal", "Decimal"))) { return nb::cast<bool>(object.attr("is_nan")()); }
    if (nb::isinstance(object, type_of("datetime", "datetime"))) { return !is_true(object.attr("__eq__")(object)); } // NaT
    if (is_of(object, "pandas", "NAType") || is_of(object, "numpy", "MaskedConstant")) { return true; }
    if (nb::hasattr(object, "dtype") && nb::hasattr(object, "item")) {
        const std::string kind = shown(object.attr("dtype").attr("kind"));
        const bool is_scalar = nb::hasattr(object, "shape") && nb::len(nb::object(object.attr("shape"))) == 0;
        return is_scalar && (kind == "f" || kind == "M" || kind == "m") && is_true(object.attr("__ne__")(object));
    }
    return false;
}

value to_value(std::string_view fact, nb::handle object) {
    if (is_missing(object)) { return unknown_value{}; }
    if (PyBool_Check(object.ptr())) { return object.ptr() == Py_True; }
    if (PyLong_Check(object.ptr())) { return whole(object); }
    if (PyFloat_Check(object.ptr())) { return floating(object); }
    if (PyUnicode_Check(object.ptr())) { return utf8(object); }
    if (nb::isinstance(object, type_of("decimal", "Decimal"))) { return exact(object); }
    if (nb::isinstance(object, type_of("datetime", "datetime"))) {
        if (!at_midnight(object) || !object.attr("tzinfo").is_none()) { refuse(fact, object); }
    }
    if (nb::isinstance(object, type_of("datetime", "date"))) { return to_date(object); }
    if (nb::hasattr(object, "item") && nb::hasattr(object, "dtype")) {
        const std::string type = shown(object.attr("dtype"));
        if (type == "float32" || type == "float16") { return narrow(object); }
        if (type.starts_with("timedelta64")) { refuse(fact, object); } // whose item may be a number
        const nb::object item = type.starts_with("datetime64") ? day_of(object) : object.attr("item")();
        if (!item.is_valid()) { refuse(fact, object); }
        if (!item.type().is(object.type())) { return to_value(fact, item); }
    }
    refuse(fact, object);
}

date to_date(nb::handle object) {
    return {nb::cast<int>(object.attr("year")), nb::cast<unsigned>(object.attr("month")), nb::cast<unsigned>(object.attr("day"))};
}

selection to_selection(nb::handle object) {
    selection result;
    result.on = to_date(object.attr("on"));
    if (const nb::object year = object.attr("year"); !year.is_none()) { result.year = nb::cast<int>(year); }
    result.jurisdiction = utf8(object.attr("jurisdiction"));
    for (const nb::handle item : object.attr("readings")) { result.readings.emplace_back(utf8(item[0]), utf8(item[1])); }
    return result;
}

keep_options to_keep_options(nb::handle fields) {
    keep_options options;
    for (const nb::handle name : fields["kept"]) { options.names.push_back(utf8(name)); }
    const auto metadata = nb::cast<nb::bytes>(fields["metadata"]);
    options.metadata.assign(metadata.c_str(), metadata.size());
    return options;
}

column_options to_column_options(nb::handle fields) {
    column_options options;
    const auto read = [&](const char* name, auto& field) {
        field = nb::cast<std::remove_reference_t<decltype(field)>>(fields[name]);
    };
    read("possible", options.possible);
    read("total", options.total);
    read("adjustments", options.adjustments);
    read("findings", options.findings);
    read("reasons", options.reasons);
    read("because", options.because);
    read("ignore_unknown_columns", options.ignore_unknown_columns);
    read("every_fact", options.every_fact);
    read("threads", options.threads);
    read("max_problems", options.max_problems);
    for (const nb::handle name : fields["ignored_columns"]) { options.ignored_columns.push_back(utf8(name)); }
    return options;
}

} // namespace tieuchi::python
