# SPDX-License-Identifier: Apache-2.0
"""A second reading of dsl/LANGUAGE.md, slow and plain, that says what the conformance cases must expect."""
