// SPDX-License-Identifier: Apache-2.0
// Definitions of source.hpp.
#include "base/utf8.hpp"

#include <tieuchi/source.hpp>

#include <algorithm>

namespace TIEUCHI_NAMESPACE {

span source::line_of(std::uint32_t offset) const noexcept {
    const std::string_view all = text_;
    const std::size_t at = std::min<std::size_t>(offset, all.size());
    const std::size_t before = at == 0 ? std::string_view::npos : all.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::size_t end = std::min(all.find('\n', at), all.size());
    if (end > begin && end < all.size() && all[end - 1] == '\r') { --end; }
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

text_position source::position_of(std::uint32_t offset) const noexcept {
    const std::string_view before = std::string_view(text_).substr(0, std::min<std::size_t>(offset, text_.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    std::string_view in_line = before.substr(before.rfind('\n') + 1); // npos + 1 is 0
    if (line == 1 && in_line.starts_with(impl::utf8::byte_order_mark)) {
        in_line.remove_prefix(impl::utf8::byte_order_mark.size());
    }
    return {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(impl::utf8::code_points(in_line) + 1)};
}

} // namespace TIEUCHI_NAMESPACE
