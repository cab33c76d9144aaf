// SPDX-License-Identifier: Apache-2.0
/// \file
/// From the plan to steps on columns.
#pragma once

#include "vector/program.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace TIEUCHI_NAMESPACE::impl::vector {

class compiler {
public:
    compiler(const rules_in_plan& rules, const wanted& what);

    program make();

private:
    // liveness: live.cpp
    void keep_number(register_index reg);
    void keep_truth(register_index reg);
    void keep_roots();
    void keep_what_they_rest_on();

    // what criteria cost: losses.cpp
    [[nodiscard]] register_index fixed_truth_of(const plan::criterion_registers& registers) const;
    [[nodiscard]] plan::interval constant_points(register_index number, plan::truth values) const;
    [[nodiscard]] fixed_loss loss_of(std::size_t criterion, register_index by) const;

    // sums: sums.cpp
    void absorb_into_sums();
    [[nodiscard]] bool is_of_one_number(std::size_t at) const;
    [[nodiscard]] bool begins_sum(std::size_t at) const;
    [[nodiscard]] bool is_absorbed(register_index number) const;
    void gather(std::size_t at, step& into);
    [[nodiscard]] unsigned lane_width(const step& sum) const;
    struct addend {
        register_index number;
        std::int64_t factor;
    };
    void gather_one(addend next, std::vector<addend>& open, step& into);
    [[nodiscard]] bool chooses_constants(const plan::instruction& op) const;
    void add_counted(const plan::instruction& op, std::int64_t factor);

    // chains of operations on one number: linear.cpp
    struct chain {
        linear does;
        register_index input;
        std::vector<std::size_t> absorbed; ///< instructions
    };
    void absorb_into_chains();
    [[nodiscard]] register_index only_operand(const plan::instruction& op) const;
    [[nodiscard]] std::optional<linear> after(const plan::instruction& op, const linear& outer) const;
    [[nodiscard]] chain chain_of(const plan::instruction& last) const;
    void emit_linear(const plan::instruction& op);

    // steps: steps.cpp
    void emit(std::size_t at);
    void emit_number(const plan::instruction& op);
    void emit_truth(const plan::instruction& op);
    void emit_table_begin(const plan::instruction& op, std::size_t at);
    void emit_at_least(const plan::instruction& op);
    std::uint32_t emit_fact(std::uint32_t slot);
    std::uint32_t emit_fact_truth(std::uint32_t slot);
    [[nodiscard]] bool is_yes_no(const plan::instruction& op) const;
    [[nodiscard]] operand number(register_index reg);
    [[nodiscard]] register_index truth(register_index reg) const;
    [[nodiscard]] operand optional_number(register_index reg);
    [[nodiscard]] register_index optional_truth(register_index reg) const;
    [[nodiscard]] value_root value(const plan::value_registers& registers);
    [[nodiscard]] criterion_roots roots_of(std::size_t criterion);
    void set_roots();
    void set_bounds();

    // registers: allocate.cpp
    void allocate();

    const rules_in_plan& rules_;
    const plan::program& plan_;
    const wanted& what_;
    program program_;
    std::vector<std::uint32_t> number_uses_; ///< the number of readers of each register of the plan
    std::vector<std::uint32_t> truth_uses_;
    std::vector<std::size_t> written_at_; ///< which instruction of the plan writes it
    std::vector<bool> kept_;              ///< instructions of the plan
    std::vector<bool> absorbed_;          ///< those that a sum or a chain does itself
    std::vector<register_index> facts_;   ///< per slot, the number register that holds it
    std::vector<register_index> fact_truths_;
    std::vector<register_index> truth_alias_;                    ///< where a truth of the plan is: itself, or that of a fact
    std::unordered_map<register_index, std::uint32_t> table_of_; ///< by the number that it makes
};

} // namespace TIEUCHI_NAMESPACE::impl::vector
