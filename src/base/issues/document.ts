export type DocumentIssues = {}
