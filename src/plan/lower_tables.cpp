// SPDX-License-Identifier: Apache-2.0
// Long tables: line by line, left at the first that is hit.
#include "plan/lowering.hpp"

namespace TIEUCHI_NAMESPACE::impl::plan {

number lowering::table(const model::expression& e) {
    const model::table& table = standard_.tables[static_cast<std::size_t>(e.constant)];
    program_.tables.emplace_back();
    register_index applies = no_register;
    if (e.may_not_apply) {
        applies = program_.truths++;
        constants_.emplace_back();
    }
    const register_index value = number_register({opcode::table_begin, {}, 0, no_register, applies, 0, 0});
    in_line_ = true;
    for (const auto& each : table.lines) {
        if (lower_line(each, e.scale, value, applies)) { break; }
    }
    in_line_ = false;
    return {{}, value, {every_kind, applies}};
}

/// True when no line after this one can be hit.
bool lowering::lower_line(const model::table::line& line, unsigned scale, register_index into, register_index applies) {
    if (line.when != model::none) { ensure(line.when); }
    const auto known = line.when == model::none ? std::optional(yes) : constant_of(truths_[line.when]);
    if (known && known != yes) { return false; }
    ensure(line.value);
    const number value = in_scale(line.value, scale);
    const register_index has_value = applies == no_register ? no_register : truth_of(value.applies);
    const register_index first = put_operands({known ? no_register : truths_[line.when], in_register(value), has_value});
    program_.tables.back().lines.push_back(static_cast<std::uint32_t>(program_.code.size()));
    const auto at = static_cast<std::int64_t>(program_.tables.size() - 1);
    program_.code.push_back({opcode::table_line, {}, into, first, applies, at, 0});
    return known.has_value();
}

} // namespace TIEUCHI_NAMESPACE::impl::plan
