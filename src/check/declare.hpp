// SPDX-License-Identifier: Apache-2.0
/// \file
/// Documents, the standards in them, and when they are in force.
#pragma once

#include "check/literals.hpp"
#include "check/pass.hpp"

#include <string>

namespace TIEUCHI_NAMESPACE::impl::check {

/// Declares what the files contain: documents, standards, and the names in both.
class declaration_pass : public pass {
public:
    declaration_pass(shared_scope& shared, literal_reader& literals) : pass(shared), literals_(literals) {}

    void declare_documents();
    /// Once it is known that the documents to be amended are there.
    void declare_standards();
    void declare_contents(standard_scope& scope);
    void end_replaced_documents();
    void check_versions();
    void check_shared_kinds(const document_scope& scope);

private:
    void declare_document(const syntax::tree& file, const syntax::document& text);
    void add_statement(document_scope& scope, const syntax::title& text);
    void add_statement(document_scope& scope, const syntax::issuer& text);
    void add_statement(document_scope& scope, const syntax::note& text);
    void add_statement(document_scope& scope, const syntax::status& text);
    void add_statement(document_scope& scope, const syntax::in_force& text);
    void add_statement(document_scope& scope, const syntax::replaces& text);
    void add_statement(document_scope& scope, const syntax::amends& text);
    void add_statement(document_scope& scope, const syntax::place_name& text);
    void add_statement(document_scope& scope, const syntax::origin& text);
    void add_statement(document_scope& scope, const syntax::facts& text);
    void check_complete(const document_scope& scope);
    void declare_standards(const syntax::tree& file);
    void declare_item(const syntax::tree& file, const syntax::file_item& item, document_scope& in);
    void report_item_without_document(const syntax::tree& file, const syntax::file_item& item);
    void declare_standard(const syntax::tree& file, const syntax::standard& text, document_scope& in);
    void declare(declarations& in, const declaration& declared, const declarations* of_document);
    void declare_clauses(standard_scope& in, const written_clause& written, const std::string& prefix);
    void check_apart(const standard_scope& version, const standard_scope& other);
    void declare_amendment(const syntax::tree& file, const syntax::amendment& text, document_scope& in);

    literal_reader& literals_;
    bool too_many_documents_ = false; // reported already
    bool too_many_standards_ = false; // the same
};

} // namespace TIEUCHI_NAMESPACE::impl::check
