// SPDX-License-Identifier: Apache-2.0
/// \file
/// Lists of problems.
#include "diagnostics.hpp"

#include "sized.hpp"
#include "text.hpp"

namespace tieuchi::c {

tieuchi_diagnostic describe(const diagnostic& problem) {
    tieuchi_diagnostic view{};
    view.struct_size = sizeof view;
    view.severity = problem.is_error() ? TIEUCHI_SEVERITY_ERROR : TIEUCHI_SEVERITY_WARNING;
    view.code = problem.code.c_str();
    view.message = problem.message.c_str();
    view.help = problem.help.c_str();
    view.where = problem.where.c_str();
    if (problem.origin) {
        const text_position position = problem.origin->position_of(problem.at.begin);
        view.file = problem.origin->name().c_str();
        view.line = position.line;
        view.column = position.column;
        view.begin = problem.at.begin;
        view.end = problem.at.end;
    }
    return view;
}

} // namespace tieuchi::c

using namespace tieuchi::c;

size_t tieuchi_diagnostics_count(const tieuchi_diagnostics* list) { return list == nullptr ? 0 : list->list.size(); }

tieuchi_status tieuchi_diagnostics_describe(tieuchi_diagnostic* out, const tieuchi_diagnostics* list, size_t index,
                                            tieuchi_error* error) {
    return guarded(error, [&] {
        output_struct output(out);
        output = describe(element(needed(list, "list").list, index, "index"));
    });
}

tieuchi_status tieuchi_diagnostics_text(char** out, size_t* length, const tieuchi_diagnostics* list, tieuchi_error* error) {
    return guarded(error, [&] {
        char*& text = place_for(out);
        give_text(text, length, to_string(needed(list, "list").list));
    });
}

void tieuchi_diagnostics_free(tieuchi_diagnostics* list) { delete list; } // NOLINT(cppcoreguidelines-owning-memory)
