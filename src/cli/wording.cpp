// SPDX-License-Identifier: Apache-2.0
#include "wording.hpp"

#include "base/language.hpp"

namespace tieuchi::cli {

namespace {

constexpr wording english{
    .kinds_heading = "Subjects by kind and outcome",
    .levels_heading = "Subjects by level and outcome",
    .kind = "kind",
    .level = "level",
    .undecided = "undecided",
    .refused = "refused",
    .total = "total",
    .other_kinds = "(unknown kind)",
    .no_level = "(none)",
    .clauses_heading = "Clauses most often not met",
    .no_clauses = "none",
    .quotas_heading = "Quotas",
    .counted = "counted",
    .seats = "seats",
    .kept = "kept",
    .lost = "lost",
    .open = "open",
    .tied = "tied across the last seat",
    .up_to = "to",
    .quota_open = "a quota is open",
    .still_undecided = "Still undecided",
    .and_more = "and more",
    .rows = "Rows read",
    .answered = "answered",
    .rules = "Rules",
    .in_force_on = "as in force on",
    .no_difference = "Nothing differs",
    .other_facts = "Facts that differ, but no criterion by them",
    .maximum = "maximum",
    .no_questions = "No question is open",
    .open_questions = "Open questions",
    .answers = "answer",
    .can_decide = "one answer can decide",
    .findings = {"met", "not met", "unknown", "not applicable"},
    .statuses = {"official", "local", "draft", "illustrative"},
};

constexpr wording vietnamese{
    .kinds_heading = "Số đối tượng theo loại và kết quả",
    .levels_heading = "Số đối tượng theo cấp và kết quả",
    .kind = "loại",
    .level = "cấp",
    .undecided = "chưa kết luận",
    .refused = "bị từ chối",
    .total = "tổng",
    .other_kinds = "(loại không rõ)",
    .no_level = "(không ghi)",
    .clauses_heading = "Các điểm, khoản chưa đạt nhiều nhất",
    .no_clauses = "không có",
    .quotas_heading = "Giới hạn tỷ lệ",
    .counted = "được tính",
    .seats = "số suất",
    .kept = "giữ nguyên",
    .lost = "xếp xuống",
    .open = "chưa rõ",
    .tied = "bằng nhau ở suất cuối",
    .up_to = "đến",
    .quota_open = "còn phụ thuộc giới hạn tỷ lệ",
    .still_undecided = "Chưa kết luận được",
    .and_more = "và còn nữa",
    .rows = "Số dòng đọc vào",
    .answered = "đã trả lời",
    .rules = "Quy định",
    .in_force_on = "có hiệu lực ngày",
    .no_difference = "Không có gì khác nhau",
    .other_facts = "Số liệu khác nhau nhưng không làm tiêu chí nào khác đi",
    .maximum = "điểm tối đa",
    .no_questions = "Không còn câu hỏi nào",
    .open_questions = "Câu hỏi còn mở",
    .answers = "trả lời",
    .can_decide = "một câu trả lời có thể quyết định",
    .findings = {"đạt", "chưa đạt", "chưa rõ", "không áp dụng"},
    .statuses = {"văn bản chính thức", "văn bản của địa phương", "dự thảo", "minh họa"},
};

} // namespace

const wording& words_in(std::string_view language) noexcept { return impl::serves("vi", language) ? vietnamese : english; }

std::string_view status_in(std::string_view language, document_status status) noexcept {
    return words_in(language).statuses.at(static_cast<std::size_t>(status));
}

std::string date_in(std::string_view language, date day) {
    std::string written = to_string(day);
    if (!impl::serves("vi", language)) { return written; }
    return written.substr(8, 2) + "/" + written.substr(5, 2) + "/" + written.substr(0, 4);
}

} // namespace tieuchi::cli
