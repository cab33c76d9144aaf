// SPDX-License-Identifier: Apache-2.0
/// \file
/// The library itself: its version, and its limits.
#include "limits.hpp"

#include <tieuchi/config.hpp>

const char* tc_library_version() { return TIEUCHI_VERSION; }

uint32_t tc_library_abi() { return TC_ABI_VERSION; }

tc_status tc_limits_default(tc_limits* out, tc_error* error) {
    return tieuchi::c::guarded(error, [&] {
        tieuchi::c::filled to(out);
        const tieuchi::limits of;
        tc_limits all{};
        all.file_bytes = of.file_bytes;
        all.files = of.files;
        all.documents = of.documents;
        all.standards = of.standards;
        all.nesting = of.nesting;
        all.criteria = of.criteria;
        all.facts = of.facts;
        all.diagnostics = of.diagnostics;
        all.parts = of.parts;
        to = all;
    });
}

namespace tieuchi::c {

limits limits_in(const tc_limits* given) {
    const tc_limits wanted = options_of(given, "limits");
    limits of;
    const auto choose = [](auto& limit, auto chosen) {
        if (chosen != 0) { limit = static_cast<std::remove_reference_t<decltype(limit)>>(chosen); }
    };
    choose(of.file_bytes, wanted.file_bytes);
    choose(of.files, wanted.files);
    choose(of.documents, wanted.documents);
    choose(of.standards, wanted.standards);
    choose(of.nesting, wanted.nesting);
    choose(of.criteria, wanted.criteria);
    choose(of.facts, wanted.facts);
    choose(of.diagnostics, wanted.diagnostics);
    choose(of.parts, wanted.parts);
    return of;
}

} // namespace tieuchi::c
