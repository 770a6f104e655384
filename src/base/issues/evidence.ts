export type EvidenceIssues = {}
