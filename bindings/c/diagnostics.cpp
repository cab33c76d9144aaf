// SPDX-License-Identifier: Apache-2.0
/// \file
/// Lists of problems.
#include "diagnostics.hpp"

#include "sized.hpp"
#include "text.hpp"

namespace tieuchi::c {

tieuchi_diagnostic describe(const diagnostic& of) {
    tieuchi_diagnostic one{};
    one.struct_size = sizeof one;
    one.severity = of.is_error() ? TIEUCHI_SEVERITY_ERROR : TIEUCHI_SEVERITY_WARNING;
    one.code = of.code.c_str();
    one.message = of.message.c_str();
    one.help = of.help.c_str();
    one.where = of.where.c_str();
    if (of.origin) {
        const text_position at = of.origin->position_of(of.at.begin);
        one.file = of.origin->name().c_str();
        one.line = at.line;
        one.column = at.column;
        one.begin = of.at.begin;
        one.end = of.at.end;
    }
    return one;
}

} // namespace tieuchi::c

using namespace tieuchi::c;

size_t tieuchi_diagnostics_count(const tieuchi_diagnostics* list) { return list == nullptr ? 0 : list->list.size(); }

tieuchi_status tieuchi_diagnostics_describe(tieuchi_diagnostic* out, const tieuchi_diagnostics* list, size_t index,
                                            tieuchi_error* error) {
    return guarded(error, [&] {
        filled to(out);
        to = describe(element(needed(list, "list").list, index, "index"));
    });
}

tieuchi_status tieuchi_diagnostics_text(char** out, size_t* length, const tieuchi_diagnostics* list, tieuchi_error* error) {
    return guarded(error, [&] {
        char*& to = place_for(out);
        give_text(to, length, to_string(needed(list, "list").list));
    });
}

void tieuchi_diagnostics_free(tieuchi_diagnostics* list) { delete list; } // NOLINT(cppcoreguidelines-owning-memory)
