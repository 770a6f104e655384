export type CaseIssues = {}
