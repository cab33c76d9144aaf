// SPDX-License-Identifier: Apache-2.0
// From the tokens of a syntax tree, and what the grammar said of their lines, to an outline.
#include "format/outline.hpp"

#include "base/utf8.hpp"

#include <utility>

namespace TIEUCHI_NAMESPACE::impl::format {

namespace {

class outliner {
public:
    explicit outliner(const syntax::tree& rules) : rules_(rules), text_(rules.source->text()) {
        result_.tokens.reserve(rules.tokens.size());
    }

    [[nodiscard]] outline all() {
        std::uint32_t past = text_.starts_with(utf8::byte_order_mark) ? utf8::byte_order_mark.size() : 0;
        for (std::size_t at = 0; at < rules_.tokens.size(); ++at) {
            const syntax::token& next = rules_.tokens[at];
            token read;
            read.text = text_.substr(next.begin, next.end - next.begin);
            read.set = rules_.settings[at];
            add_comments(text_.substr(past, next.begin - past), read);
            add_line(read, next.kind == syntax::lexeme::end);
            result_.tokens.push_back(read);
            past = next.end;
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] std::uint32_t comment_count() const noexcept { return static_cast<std::uint32_t>(result_.comments.size()); }

    /// Takes the comments out of what stands between two tokens.
    void add_comments(std::string_view between, token& next) {
        next.comments_begin = next.comments_end = comment_count();
        bool line_ended = result_.tokens.empty(); // nothing stands before on this line
        bool empty = false;                       // nothing on this line yet
        for (std::size_t at = 0; at < between.size(); ++at) {
            if (between[at] == '\n') {
                next.blank_above = next.blank_above || (empty && (!result_.tokens.empty() || next.comments_end != 0));
                line_ended = empty = true;
            } else if (between[at] == '#') {
                const std::size_t end = std::min(between.find_first_of("\r\n", at), between.size());
                add_comment(between.substr(at, end - at), line_ended, next);
                at = end - 1;
                empty = false;
            }
        }
    }

    void add_comment(std::string_view text, bool on_own_line, token& next) {
        text = text.substr(0, text.find_last_not_of(" \t") + 1);
        if (on_own_line) {
            result_.comments.push_back({text, std::exchange(next.blank_above, false)});
            next.comments_end = comment_count();
        } else {
            result_.tokens.back().beside = comment_count();
            result_.comments.push_back({text, false});
            next.blank_above = false;
            next.comments_begin = next.comments_end = comment_count();
        }
    }

    /// Begins a line with the token that is added next, if it begins one.
    void add_line(token& next, bool is_end) {
        const auto here = static_cast<std::uint32_t>(result_.tokens.size());
        const bool after_brace = here != 0 && result_.tokens.back().text == "{";
        const bool commented = next.comments_begin != next.comments_end || (here != 0 && result_.tokens.back().beside >= 0);
        if (next.set.begins_line && next.text == "}" && after_brace && !commented) { // nothing is in the block
            next.set.begins_line = false;
            next.set.joined = true;
        }
        if (next.set.begins_line) {
            result_.lines.push_back({here, next.set.position, next.set.after_blank, after_brace});
        } else if (here == 0 || is_end) {
            result_.lines.push_back({here, 0, false, after_brace});
        }
    }

    const syntax::tree& rules_;
    std::string_view text_;
    outline result_;
};

} // namespace

outline outline_of(const syntax::tree& rules) { return outliner(rules).all(); }

} // namespace TIEUCHI_NAMESPACE::impl::format
