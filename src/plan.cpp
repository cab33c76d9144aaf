// SPDX-License-Identifier: Apache-2.0
// Compiles the lowering of a model to a straight-line program.
#include <tieuchi/impl/plan/bind.ipp>
#include <tieuchi/impl/plan/lower.ipp>
#include <tieuchi/impl/plan/run.ipp>
