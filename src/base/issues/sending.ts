/** Findings about what a request covers, as far as a desk would send it back for that. */
export interface SendingIssues {
    "sending.period.zone-unknown": { from: string; to: string }
    "sending.account.other-platform": { platform: string; recipient: string }
}
