// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include "messages.hpp"
#include "text.hpp"

#include <tieuchi/impl/base/nearest.hpp>
#include <tieuchi/impl/base/utf8.hpp>

namespace tieuchi::cli {

std::string row_place(const std::string& name, std::size_t line, std::string_view column) {
    std::string where = name + ":" + std::to_string(line);
    if (!column.empty()) {
        where += ": ";
        where += column;
    }
    return where;
}

diagnostics byte_problems(const std::string& name, std::size_t line, std::string_view text) {
    diagnostics found;
    if (const std::size_t at = impl::utf8::first_invalid(text); at != std::string_view::npos) {
        const place bad = place_in(text, at);
        const std::string column = std::to_string(bad.column);
        found.push_back(problem("E432", row_place(name, line + bad.line - 1),
                                "the text is not UTF-8 from column " + column + " on", "save the file as UTF-8"));
    }
    if (const std::size_t at = text.find('\0'); at != std::string_view::npos) {
        const place bad = place_in(text, at);
        const std::string column = std::to_string(bad.column);
        found.push_back(problem("E445", row_place(name, line + bad.line - 1), "a zero byte stands in column " + column,
                                "the file is damaged, or it is not a text file"));
    }
    return found;
}

diagnostics missing_keys(const std::string& name, std::size_t line, const subject& body) {
    diagnostics found;
    if (body.id.empty()) {
        found.push_back(
            problem("E439", row_place(name, line, id_column), "the row has no id", "give each subject an id of its own"));
    }
    if (body.kind.empty()) {
        found.push_back(problem("E439", row_place(name, line, kind_column), "the row has no kind",
                                "the kind of subject says which standard it is assessed by"));
    }
    return found;
}

std::string known_names::help_for(std::string_view given) {
    std::string none = "no standard in force that day has such a fact";
    if (searches_left_ == 0) { return none; }
    --searches_left_;
    return impl::did_you_mean(given, names_, none);
}

} // namespace tieuchi::cli
