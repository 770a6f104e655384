import type { EvidenceIssues } from "../../base/issues/evidence.ts"
import type { Messages } from "../message.ts"

export const evidenceIssues: Messages<EvidenceIssues> = {}
