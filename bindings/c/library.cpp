// SPDX-License-Identifier: Apache-2.0
/// \file
/// The version of the library and its limits.
#include "limits.hpp"

#include <tieuchi/config.hpp>

const char* tieuchi_library_version() { return TIEUCHI_VERSION; }

uint32_t tieuchi_library_abi() { return TIEUCHI_ABI_VERSION; }

tieuchi_status tieuchi_limits_default(tieuchi_limits* out, tieuchi_error* error) {
    return tieuchi::c::guarded(error, [&] {
        tieuchi::c::output_struct output(out);
        const tieuchi::limits defaults;
        tieuchi_limits limits{};
        limits.file_bytes = defaults.file_bytes;
        limits.files = defaults.files;
        limits.documents = defaults.documents;
        limits.standards = defaults.standards;
        limits.nesting = defaults.nesting;
        limits.criteria = defaults.criteria;
        limits.facts = defaults.facts;
        limits.diagnostics = defaults.diagnostics;
        limits.parts = defaults.parts;
        output = limits;
    });
}

namespace tieuchi::c {

limits limits_in(const tieuchi_limits* input) {
    const tieuchi_limits request = options_of(input, "limits");
    limits result;
    const auto choose = [](auto& limit, auto value) {
        if (value != 0) { limit = static_cast<std::remove_reference_t<decltype(limit)>>(value); }
    };
    choose(result.file_bytes, request.file_bytes);
    choose(result.files, request.files);
    choose(result.documents, request.documents);
    choose(result.standards, request.standards);
    choose(result.nesting, request.nesting);
    choose(result.criteria, request.criteria);
    choose(result.facts, request.facts);
    choose(result.diagnostics, request.diagnostics);
    choose(result.parts, request.parts);
    return result;
}

} // namespace tieuchi::c
