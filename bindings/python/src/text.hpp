// SPDX-License-Identifier: Apache-2.0
/// \file
/// Text between the library, where it is UTF-8, and Python.
#pragma once

#include <nanobind/nanobind.h>

#include <string>
#include <string_view>

namespace tieuchi::python {

namespace nb = nanobind;

/// Invalid UTF-8, as in a message that quotes somebody's data, becomes U+FFFD: reporting a problem must not cause another.
[[nodiscard]] inline nb::str text(std::string_view utf8_text) {
    PyObject* const string = PyUnicode_DecodeUTF8(utf8_text.data(), static_cast<Py_ssize_t>(utf8_text.size()), "replace");
    if (string == nullptr) { throw nb::python_error(); }
    return nb::steal<nb::str>(string);
}

/// Lone surrogates, which a `str` may hold, are passed on unchanged: the library refuses them where it must, and says so.
/// Raises TypeError for anything but a `str`.
[[nodiscard]] inline std::string utf8(nb::handle string) {
    if (PyUnicode_Check(string.ptr()) == 0) {
        const std::string message = std::string("expected str, not ") + nb::type_name(string.type()).c_str();
        throw nb::type_error(message.c_str());
    }
    const auto bytes = nb::steal<nb::bytes>(PyUnicode_AsEncodedString(string.ptr(), "utf-8", "surrogatepass"));
    if (!bytes.is_valid()) { throw nb::python_error(); }
    return {bytes.c_str(), bytes.size()};
}

} // namespace tieuchi::python
