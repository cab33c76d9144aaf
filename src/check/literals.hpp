// SPDX-License-Identifier: Apache-2.0
/// \file
/// Words, numbers and days as written, turned into what they mean.
#pragma once

#include "check/pass.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Reads what stands in rules by itself: numbers, days, texts in several languages, citations.
class literal_reader : public pass {
public:
    explicit literal_reader(shared_scope& shared) : pass(shared) {}

    [[nodiscard]] bool is_free(const syntax::tree& file, const syntax::word& name);
    [[nodiscard]] labels make_labels(const syntax::tree& file, const syntax::texts& texts);
    [[nodiscard]] std::vector<std::string> make_cites(const std::vector<syntax::citation>& cites);
    [[nodiscard]] std::optional<decimal> number_of(const syntax::tree& file, const syntax::number& text);
    [[nodiscard]] std::optional<tieuchi::date> date_of(const syntax::tree& file, std::string_view digits, span at);
    [[nodiscard]] std::optional<month_day> month_day_of(const syntax::tree& file, const syntax::month_day_literal& text);

private:
    std::map<const syntax::texts*, labels> labels_; // a clause brought in many times has its texts once
};

/// A day that the selection tells, by its name in rules.
[[nodiscard]] std::optional<known_day> known_day_of(std::string_view name);

/// `1 point`, `2.5 points`.
[[nodiscard]] std::string points_text(decimal points);

/// The text between quotation marks with its escapes resolved.
[[nodiscard]] std::string unescape(std::string_view raw);
/// A text that names something, a document or a place, as names are compared.
[[nodiscard]] std::string name_in(std::string_view raw);

} // namespace TIEUCHI_NAMESPACE::impl::check
