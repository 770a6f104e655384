export type ShellIssues = {}
