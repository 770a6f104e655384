import { homedir } from "node:os"
import { join } from "node:path"

/** The user's configuration folder, whether it is there or not. */
export function configFolder(env: NodeJS.ProcessEnv): string {
    const configured = process.platform === "win32" ? env.APPDATA : env.XDG_CONFIG_HOME
    return join(configured ?? join(homedir(), ".config"), "lerpack")
}
