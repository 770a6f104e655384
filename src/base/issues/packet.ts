export type PacketIssues = {}
