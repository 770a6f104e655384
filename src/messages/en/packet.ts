import type { PacketIssues } from "../../base/issues/packet.ts"
import type { Messages } from "../message.ts"

export const packetIssues: Messages<PacketIssues> = {}
