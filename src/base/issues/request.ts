export type RequestIssues = {}
