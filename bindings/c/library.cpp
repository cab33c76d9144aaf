// SPDX-License-Identifier: Apache-2.0
/// \file
/// The library itself: its version, and its limits.
#include "limits.hpp"

#include <tieuchi/config.hpp>

const char* tieuchi_library_version() { return TIEUCHI_VERSION; }

uint32_t tieuchi_library_abi() { return TIEUCHI_ABI_VERSION; }

tieuchi_status tieuchi_limits_default(tieuchi_limits* out, tieuchi_error* error) {
    return tieuchi::c::guarded(error, [&] {
        tieuchi::c::filled to(out);
        const tieuchi::limits of;
        tieuchi_limits all{};
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

limits limits_in(const tieuchi_limits* given) {
    const tieuchi_limits wanted = options_of(given, "limits");
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
