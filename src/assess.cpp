// SPDX-License-Identifier: Apache-2.0
// Compiles the evaluation of a plan and the answers.
#include <tieuchi/impl/assess/assessment.ipp>
#include <tieuchi/impl/assess/comparison.ipp>
#include <tieuchi/impl/assess/fact_text.ipp>
#include <tieuchi/impl/assess/facts.ipp>
#include <tieuchi/impl/assess/open_facts.ipp>
#include <tieuchi/impl/assess/points.ipp>
#include <tieuchi/impl/assess/questions.ipp>
#include <tieuchi/impl/assess/reasons.ipp>
#include <tieuchi/impl/assess/trace.ipp>
#include <tieuchi/impl/assess/typed_facts.ipp>
