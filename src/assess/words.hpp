// SPDX-License-Identifier: Apache-2.0
/// \file
/// The library's own words, in each language that it writes. Texts of the law come from the rules, never from here.
#pragma once

#include "base/language.hpp"

#include <tieuchi/labels.hpp>

#include <string_view>

namespace TIEUCHI_NAMESPACE::impl {

struct words {
    // values
    std::string_view yes, no, unknown, to;
    // the head
    std::string_view document, in_force_on, amended_by, no_words_in;
    std::string_view status_official, status_local, status_draft, status_illustrative;
    std::string_view period, first_day, last_day, due, before_day, decided_by;
    // the outcome
    std::string_view outcome, undecided, possible, because, rests_on, not_better, leaves, referred_to;
    // points and adjustments
    std::string_view total, of_maximum, point, points, adjusted, holding, may_adjust, at_most, at_least, exactly;
    // sections
    std::string_view shortcomings, open_clauses, excepted, strengths, does_not_apply, needless, questions, readings, problems;
    // remarks on one clause, fact, question or reading
    std::string_view happened, did_not_happen, judgement, with_exception, clause, by_day, can_decide, by_default;
};

inline constexpr words english{
    .yes = "yes",
    .no = "no",
    .unknown = "unknown",
    .to = "to",
    .document = "Document",
    .in_force_on = "as in force on",
    .amended_by = "Amended by",
    .no_words_in = "In English, for there are no words in",
    .status_official = "official text",
    .status_local = "text of one place",
    .status_draft = "draft",
    .status_illustrative = "illustrative: contains numbers that no text states",
    .period = "Period",
    .first_day = "",
    .last_day = "to",
    .due = "Decision due",
    .before_day = "before",
    .decided_by = "by",
    .outcome = "Outcome",
    .undecided = "not decided yet",
    .possible = "Still possible",
    .because = "Because of",
    .rests_on = "Rests on (met)",
    .not_better = "Not better because of",
    .leaves = "Surely holds, behind exits that are still open",
    .referred_to = "Referred to",
    .total = "Total",
    .of_maximum = "of",
    .point = "point",
    .points = "points",
    .adjusted = "Adjustments that changed the class",
    .holding = "Adjustments that hold, though the class may be the same without them",
    .may_adjust = "Adjustments that may still change the class",
    .at_most = "at most",
    .at_least = "at least",
    .exactly = "exactly",
    .shortcomings = "Shortcomings (not met)",
    .open_clauses = "Still open",
    .excepted = "Met by an exception",
    .strengths = "Strengths (met)",
    .does_not_apply = "Not applicable",
    .needless = "Unknown, but no longer able to change the outcome",
    .questions = "Questions, most decisive first",
    .readings = "How the text was read",
    .problems = "Problems with the facts",
    .happened = "happened",
    .did_not_happen = "did not happen",
    .judgement = "for an assessor to judge",
    .with_exception = "with an exception for",
    .clause = "clause",
    .by_day = "by",
    .can_decide = "one answer can decide the outcome",
    .by_default = "default",
};

inline constexpr words vietnamese{
    .yes = "có",
    .no = "không",
    .unknown = "chưa rõ",
    .to = "đến",
    .document = "Văn bản",
    .in_force_on = "áp dụng quy định có hiệu lực ngày",
    .amended_by = "Sửa đổi, bổ sung bởi",
    .no_words_in = "Diễn giải bằng tiếng Việt, vì không có ngôn ngữ",
    .status_official = "văn bản chính thức",
    .status_local = "văn bản của địa phương",
    .status_draft = "dự thảo",
    .status_illustrative = "minh họa: có số liệu không văn bản nào quy định",
    .period = "Kỳ đánh giá",
    .first_day = "từ ngày",
    .last_day = "đến ngày",
    .due = "Thời hạn quyết định",
    .before_day = "trước ngày",
    .decided_by = "thẩm quyền",
    .outcome = "Kết quả",
    .undecided = "chưa kết luận được",
    .possible = "Còn có thể là",
    .because = "Căn cứ",
    .rests_on = "Căn cứ (các tiêu chí đạt)",
    .not_better = "Không được xếp cao hơn do",
    .leaves = "Chắc chắn thuộc trường hợp sau, nếu không thuộc các trường hợp đứng trước còn chưa rõ",
    .referred_to = "Chuyển đến",
    .total = "Tổng điểm",
    .of_maximum = "trên",
    .point = "điểm",
    .points = "điểm",
    .adjusted = "Điều chỉnh đã làm thay đổi xếp loại",
    .holding = "Điều chỉnh được áp dụng, dù không có thì xếp loại có thể vẫn như vậy",
    .may_adjust = "Điều chỉnh còn có thể làm thay đổi xếp loại",
    .at_most = "không quá",
    .at_least = "ít nhất",
    .exactly = "xếp thẳng",
    .shortcomings = "Hạn chế (chưa đạt)",
    .open_clauses = "Chưa đủ số liệu để kết luận",
    .excepted = "Đạt do thuộc trường hợp loại trừ",
    .strengths = "Ưu điểm (đạt)",
    .does_not_apply = "Không áp dụng",
    .needless = "Chưa rõ nhưng không còn ảnh hưởng đến kết quả",
    .questions = "Câu hỏi cần trả lời, câu có tính quyết định nhất đứng trước",
    .readings = "Cách hiểu văn bản đã áp dụng",
    .problems = "Số liệu có lỗi",
    .happened = "đã xảy ra",
    .did_not_happen = "không xảy ra",
    .judgement = "do người đánh giá kết luận",
    .with_exception = "đã áp dụng trường hợp loại trừ tại",
    .clause = "điều khoản",
    .by_day = "chậm nhất ngày",
    .can_decide = "một câu trả lời có thể quyết định kết quả",
    .by_default = "mặc định",
};

[[nodiscard]] constexpr const words& words_in(std::string_view language) noexcept {
    return serves("vi", language) ? vietnamese : english;
}

/// The language of the library's own words for a reader of `language`.
[[nodiscard]] constexpr std::string_view words_language(std::string_view language) noexcept {
    return serves("vi", language) ? "vi" : "en";
}

/// The language in which to show a text: the one asked for, else that of the library's words around it.
[[nodiscard]] inline std::string_view nearest_language(const labels& text, std::string_view language) noexcept {
    return serves(text.language_in(language), language) ? language : words_language(language);
}

/// A text of the rules, as shown among the library's words in this language.
[[nodiscard]] inline std::string_view text_in(const labels& text, std::string_view language) noexcept {
    return text.in(nearest_language(text, language));
}

} // namespace TIEUCHI_NAMESPACE::impl
