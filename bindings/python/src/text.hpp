// SPDX-License-Identifier: Apache-2.0
/// \file
/// Text between the library, where it is UTF-8, and Python.
#pragma once

#include <nanobind/nanobind.h>

#include <string>
#include <string_view>

namespace tieuchi::python {

namespace nb = nanobind;

/// Bytes that are no UTF-8, of somebody's data quoted in a message, become U+FFFD: to tell of a problem must not be one.
[[nodiscard]] inline nb::str text(std::string_view of) {
    PyObject* const made = PyUnicode_DecodeUTF8(of.data(), static_cast<Py_ssize_t>(of.size()), "replace");
    if (made == nullptr) { throw nb::python_error(); }
    return nb::steal<nb::str>(made);
}

/// Half characters, which a `str` may hold, are passed on as they are: the library refuses them where it must, and says so.
/// Raises TypeError of what is no `str`.
[[nodiscard]] inline std::string utf8(nb::handle of) {
    if (PyUnicode_Check(of.ptr()) == 0) {
        const std::string message = std::string("expected str, not ") + nb::type_name(of.type()).c_str();
        throw nb::type_error(message.c_str());
    }
    const auto bytes = nb::steal<nb::bytes>(PyUnicode_AsEncodedString(of.ptr(), "utf-8", "surrogatepass"));
    if (!bytes.is_valid()) { throw nb::python_error(); }
    return {bytes.c_str(), bytes.size()};
}

} // namespace tieuchi::python
