// SPDX-License-Identifier: Apache-2.0
/// \file
/// Where each thing of a standard is written.
#pragma once

#include "check/literals.hpp"
#include "check/pass.hpp"

#include <string>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Keeps where each thing of a standard is written, to be shown beside another version of it.
class text_pass : public pass {
public:
    text_pass(shared_scope& shared, literal_reader& literals) : pass(shared), literals_(literals) {}

    void add_texts(standard_scope& scope);

private:
    void add_criterion_texts(standard_scope& scope, const written_clause& current, const std::string& prefix);

    literal_reader& literals_;
};

} // namespace TIEUCHI_NAMESPACE::impl::check
