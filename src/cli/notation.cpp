// SPDX-License-Identifier: Apache-2.0
#include "notation.hpp"

#include "base/utf8.hpp"
#include "encoding.hpp"
#include "messages.hpp"

#include <tieuchi/date.hpp>
#include <tieuchi/decimal.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace tieuchi::cli {

namespace {

constexpr std::string_view digits_only = "0123456789";

[[nodiscard]] bool is_digits(std::string_view text) noexcept {
    return !text.empty() && text.find_first_not_of(digits_only) == std::string_view::npos;
}

[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0;;) {
        const std::size_t end = text.find(mark, begin);
        parts.push_back(text.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos) { return parts; }
        begin = end + 1;
    }
}

/// Digits in threes: `1`, `12`, `1|234`, `12|345|678`; a number of several groups does not begin with 0.
[[nodiscard]] bool is_grouped(std::string_view text, char mark) {
    const auto groups = split(text, mark);
    if (!std::all_of(groups.begin(), groups.end(), is_digits)) { return false; }
    if (groups.size() == 1) { return true; }
    const bool first = groups[0].size() <= 3 && groups[0].front() != '0';
    return first && std::all_of(groups.begin() + 1, groups.end(), [](std::string_view group) { return group.size() == 3; });
}

/// A number: its sign, its digits with marks, a percent sign.
struct number_parts {
    std::string_view sign;
    std::string_view body;
    std::string_view percent;
};

[[nodiscard]] std::optional<number_parts> number_in(std::string_view text) {
    number_parts found;
    if (text.starts_with('-') || text.starts_with('+')) {
        found.sign = text.substr(0, 1);
        text.remove_prefix(1);
    }
    if (text.ends_with('%')) {
        found.percent = text.substr(text.size() - 1);
        text.remove_suffix(1);
    }
    found.body = text;
    const bool number = !text.empty() && digits_only.find(text.front()) != std::string_view::npos &&
                        text.find_first_not_of("0123456789.,") == std::string_view::npos;
    return number ? std::optional(found) : std::nullopt;
}

/// The digits of a number with `group` between thousands and `point` before the decimals, as the library reads them; empty: it is not written so.
[[nodiscard]] std::string plain_digits(std::string_view body, char group, char point) {
    const std::size_t at = body.find(point);
    const std::string_view whole = body.substr(0, at);
    std::string_view part = at == std::string_view::npos ? std::string_view{} : body.substr(at + 1);
    if (!is_grouped(whole, group) || (at != std::string_view::npos && !is_digits(part))) { return {}; }
    std::string digits(whole);
    digits.erase(std::remove(digits.begin(), digits.end(), group), digits.end());
    // A whole number has no point. But 1,000 may be a thousand in the other notation: with its zeros, a count is refused and not read as 1.
    const bool may_be_thousands = part == "000" && whole.size() <= 3 && whole.front() != '0';
    while (!may_be_thousands && part.ends_with('0')) { part.remove_suffix(1); }
    if (!part.empty()) { digits += "." + std::string(part); }
    return digits;
}

/// The day in the form 2022-02-10; empty: it is not written in that order.
[[nodiscard]] std::string plain_day(std::string_view text, const std::string& order) {
    const char mark = order[order.find_first_not_of("dmy")];
    const auto names = split(order, mark);
    const auto parts = split(text, mark);
    if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), is_digits)) { return {}; }
    std::string year;
    std::string month;
    std::string day;
    for (std::size_t i = 0; i < 3; ++i) {
        const char what = names[i].front();
        if (what == 'y' ? parts[i].size() != 4 : parts[i].size() > 2) { return {}; }
        (what == 'y' ? year : what == 'm' ? month : day) = parts[i];
    }
    const auto two_digits = [](const std::string& given) { return given.size() == 1 ? "0" + given : given; };
    return year + "-" + two_digits(month) + "-" + two_digits(day);
}

[[nodiscard]] CLI::Validator an_order_of_days() {
    return {[](std::string& given) {
                std::string order = given;
                std::transform(order.begin(), order.end(), order.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
                const std::size_t at = order.find_first_not_of("dmy");
                const bool marked = at != std::string::npos && std::string_view("/-. ").find(order[at]) != std::string_view::npos;
                std::vector<std::string_view> parts;
                if (marked) { parts = split(order, order[at]); }
                const auto has = [&](std::initializer_list<std::string_view> forms) {
                    return std::any_of(forms.begin(), forms.end(), [&](std::string_view form) {
                        return std::find(parts.begin(), parts.end(), form) != parts.end();
                    });
                };
                if (parts.size() != 3 || !has({"d", "dd"}) || !has({"m", "mm"}) || !has({"yyyy"})) {
                    return "`" + given + "` is not an order such as dd/mm/yyyy";
                }
                if (order[at] == '-' && parts[0] == "yyyy" && parts[1].front() == 'd') {
                    return "`" + given + "` is an order that looks like 2022-02-10, which is always read as year, month and day";
                }
                given = order;
                return std::string();
            },
            {}};
}

[[nodiscard]] CLI::Validator a_separator() {
    return {[](std::string& given) {
                if (given == "tab" || given == "\\t") { given = "\t"; }
                const bool mark = given.size() == 1 && std::string_view(",;\t|:^~").find(given.front()) != std::string_view::npos;
                return mark ? std::string() : "`" + given + "` is no separator: one of , ; | : ^ ~ or tab";
            },
            {}};
}

[[nodiscard]] bool means_unknown(std::string_view text) {
    constexpr std::array<std::string_view, 16> placeholders{
        "-", "–", "—", "?", "n/a", "na", "nan", "null", "nil", "none", "#n/a", "#null!", "#div/0!", "#value!", "#ref!", "#name?"};
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(placeholders.begin(), placeholders.end(), lower) != placeholders.end();
}

/// `1,2E+05`
[[nodiscard]] bool is_shortened(std::string_view text) {
    const std::size_t power = text.find_first_of("eE");
    if (power == std::string_view::npos) { return false; }
    std::string_view after = text.substr(power + 1);
    if (after.starts_with('+') || after.starts_with('-')) { after.remove_prefix(1); }
    return number_in(text.substr(0, power)) && is_digits(after);
}

/// `text` without blanks, and without what does not show.
[[nodiscard]] std::string without_spaces(std::string_view text) {
    std::string stripped(text);
    for (const std::string_view blank : {" ", "\t", "\n", "\r", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x8B", "\xEF\xBB\xBF"}) {
        for (std::size_t at = stripped.find(blank); at != std::string::npos; at = stripped.find(blank)) {
            stripped.erase(at, blank.size());
        }
    }
    return stripped;
}

/// What to do about a number with marks; empty: they are not what is wrong.
[[nodiscard]] std::string advice_on_marks(std::string_view body, const notation& notation) {
    if (body.find_first_of(".,") == std::string_view::npos) { return {}; }
    if (notation.decimal_comma) { return "with --decimal-comma numbers are written 1.234,5"; }
    if (notation.thousands_comma) { return "with --thousands-comma numbers are written 1,234.5"; }
    const bool decimals = !plain_digits(body, '.', ',').empty();
    const bool thousands = !plain_digits(body, ',', '.').empty() && body.find(',') != std::string_view::npos;
    if (decimals && thousands) {
        return "say --decimal-comma where numbers are written 1.234,5; --thousands-comma where 1,234.5";
    }
    if (decimals) { return "say --decimal-comma where numbers are written 1.234,5"; }
    return thousands ? "say --thousands-comma where numbers are written 1,234.5" : std::string();
}

[[nodiscard]] std::string advice_on_number(std::string_view text, const notation& notation) {
    if (is_shortened(text)) {
        return "a spreadsheet shows long numbers so: give the column the format of a number without decimals, and save again";
    }
    if (const std::string rest = without_spaces(text); rest.size() < text.size() && number_in(rest)) {
        return "a number is written without spaces and hidden characters";
    }
    if (text.starts_with('\'')) { return "a number is written without an apostrophe"; }
    const auto number = number_in(text);
    return number ? advice_on_marks(number->body, notation) : std::string();
}

[[nodiscard]] std::string advice_on_day(std::string_view text, const notation& notation) {
    if (is_digits(text) && text.size() == 5) {
        return "a spreadsheet counts days so: give the column the format of a date, and save again";
    }
    if (text.find(':') != std::string_view::npos) { return "a day is written without a time"; }
    const std::size_t mark = text.find_first_of("/-.");
    if (mark == std::string_view::npos) { return {}; }
    const auto parts = split(text, text[mark]);
    if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), is_digits)) { return {}; }
    if (!notation.days.empty()) {
        return "with --dates " + notation.days + " a day is written so, or as 2022-02-10; it must exist";
    }
    const std::string between(1, text[mark]);
    if (parts[0].size() == 4 && between == "-" && parts[1].size() == 2 && parts[2].size() == 2) { return {}; } // no such day
    if (parts[0].size() == 4) { return "say --dates yyyy" + between + "mm" + between + "dd"; }
    if (parts[2].size() != 4) { return "write the year with four digits"; }
    return "say --dates dd" + between + "mm" + between + "yyyy where the day stands first, mm" + between + "dd" + between +
           "yyyy where the month does";
}

/// What to do about a value that does not fit its fact; empty: no more than the library says.
[[nodiscard]] std::string advice_on(const diagnostic& problem, const notation& notation) {
    const std::string& text = problem.parts.front();
    if (text.empty()) { return {}; }
    if (means_unknown(text)) { return "what is unknown is left empty; in JSON it is null"; }
    if (says<diag::value_is_no_day>(problem)) { return advice_on_day(text, notation); }
    if (says<diag::value_is_no_truth>(problem)) { return "it is written yes or no, true or false, 1 or 0, có or không"; }
    const bool is_on_number = says<diag::value_is_no_number>(problem) || says<diag::value_is_no_whole_number>(problem) ||
                              says<diag::point_or_comma>(problem);
    return is_on_number ? advice_on_number(text, notation) : std::string();
}

/// Names a number as it was before `rewrite`, which turned its decimal comma into a point.
void show_comma(diagnostic& problem) {
    std::string written = problem.parts[0];
    std::replace(written.begin(), written.end(), '.', ',');
    problem.message = say<diag::point_or_comma>(written, problem.parts[1]).message;
}

} // namespace

void notation::add_to(CLI::App& command) {
    command.add_option("--encoding", encoding, "Encoding of the data: utf-16, windows-1258 or windows-1252; without it, UTF-8")
        ->check(CLI::IsMember(encodings()).description(""))
        ->type_name("NAME");
    CLI::Option* const comma =
        command.add_flag("--decimal-comma", decimal_comma, "Numbers are written 1.234,5: the comma stands before the decimals");
    command.add_flag("--thousands-comma", thousands_comma, "Numbers are written 1,234.5: commas stand between thousands")
        ->excludes(comma);
    command.add_option("--dates", days, "How days are written, such as dd/mm/yyyy; 2022-02-10 is always read")
        ->transform(an_order_of_days())
        ->type_name("ORDER");
    command.add_flag("--ignore-others", ignore_others,
                     "Ignore columns that are not facts of the standard, and list those that no standard knows");
}

void notation::add_separator(CLI::App& command) {
    command.add_option("--separator", separator, "The separator of cells in CSV, such as \";\" or tab; without it, the comma")
        ->transform(a_separator())
        ->type_name("MARK");
}

std::optional<remark> rewrite(std::string& text, const notation& notation) {
    if (!notation.days.empty()) {
        // What is no day stays as it is written, for the message that says so.
        if (std::string day = plain_day(text, notation.days); parse_date(day)) {
            text = std::move(day);
            return std::nullopt;
        }
    }
    const auto number = number_in(text);
    if (!number) { return std::nullopt; }
    if (!notation.tells_marks()) {
        // Cells are separated so where the comma stands before the decimals; a point then stands between thousands, or a program wrote it.
        const bool unsure = (notation.separator == ";" || notation.separator == "\t") &&
                            number->body.find('.') != std::string_view::npos && is_grouped(number->body, '.') &&
                            decimal::parse(number->body);
        if (!unsure) { return std::nullopt; }
        return say<diag::decimals_or_thousands>(text);
    }
    const char group = notation.decimal_comma ? '.' : ',';
    const char point = notation.decimal_comma ? ',' : '.';
    const std::string digits = plain_digits(number->body, group, point);
    if (!digits.empty()) {
        text = std::string(number->sign) + digits + std::string(number->percent);
    } else if (decimal::parse(number->body)) { // which the library would take for another number
        return say<diag::no_decimal_comma>(text);
    }
    return std::nullopt;
}

std::optional<remark> rewrite(value& given, const notation& notation) {
    auto* const text = std::get_if<std::string>(&given);
    return text != nullptr ? rewrite(*text, notation) : std::nullopt;
}

void advise(diagnostics& problems, const notation& notation) {
    for (diagnostic& problem : problems) {
        if (problem.code != code_of<diag::value_is_no_option>) { continue; } // nor any other value that does not fit its fact
        if (notation.decimal_comma && says<diag::point_or_comma>(problem)) { show_comma(problem); }
        std::string help = advice_on(problem, notation);
        if (!help.empty()) { problem.help = std::move(help); }
    }
}

void advise_on_duplicate(diagnostics& problems, std::string_view id) {
    if (!is_shortened(id)) { return; }
    for (diagnostic& problem : problems) {
        if (problem.code != code_of<diag::duplicate_subject>) { continue; }
        problem.help = "a spreadsheet has shortened long numbers: give the column the format of text, enter them again, and save";
    }
}

} // namespace tieuchi::cli
