import { pair } from "../state.ts"

/** Words of the page of keys. */

export const TITLE = pair("签名密钥", "Signing key")
export const INTRO = pair(
    "一般不用密钥：不签名的材料包，靠纸质单上的核对码核对。有密钥的，签名只说明同一把密钥签过，不是公章，也不证明持有人是谁。密钥只在内存里，关掉页面就没有了。",
    "Most need no key: an unsigned packet is checked by the code on paper. A signature shows that the same key signed; it is no seal and proves nobody's identity. A key is kept in memory and gone when the page is closed.",
)
export const OPEN = pair("打开密钥文件", "Open a key file")
export const OPEN_LABEL = pair("密钥文件", "Key file")
export const OPEN_HINT = pair(
    "Ed25519 密钥，本页、命令行的 keygen 或者 ssh-keygen 生成的。没有 .pub 结尾的那个文件。",
    "An Ed25519 key of this page, of keygen on the command line, or of ssh-keygen: the file without .pub.",
)
export const PASSPHRASE = pair("口令（没有就不填）", "Passphrase (blank if there is none)")
export const OPEN_BUTTON = pair("打开密钥", "Open the key")
export const OPENED = pair("已打开，签名时使用：", "Open, and used for signing: ")
export const DROP_KEY = pair("不再使用", "Stop using it")
export const MAKE = pair("生成密钥", "Make a key")
export const MAKE_TEXT = pair(
    "生成两个文件：密钥文件自己保管，不要外传；.pub 是公钥，可以交给核对的人。",
    "Two files: keep the key file to yourself; .pub is the public key, for those who verify.",
)
export const COMMENT = pair("名称（例如单位和姓名的拼音）", "Name (for example unit and person)")
export const NEW_PASSPHRASE = pair("给密钥文件加口令（建议）", "Passphrase for the key file (advised)")
export const MAKE_BUTTON = pair("生成密钥", "Make the key")
export const MADE = pair("已生成，请保存这两个文件：", "Made; save both files: ")
export const SIGN = pair("给材料包加签名", "Sign a packet")
export const SIGN_TEXT = pair(
    "核对码不变；ZIP 的 SHA-256 会变，纸质单要重新打印，或者改写为新值。",
    "The check code stays; the SHA-256 of the ZIP changes, and the paper sheet must show the new one.",
)
export const SIGN_LABEL = pair("材料包", "The packet")
export const SIGN_HINT = pair("ZIP 文件。先打开或者生成密钥。", "The ZIP. Open or make a key first.")
export const SIGN_BUTTON = pair("签名", "Sign")
export const CHECK_CODE = pair("核对码（不变）", "Check code (unchanged)")
export const SHA256 = pair("SHA-256（已变）", "SHA-256 (changed)")
export const CHOSEN = (name: string): ReturnType<typeof pair> => pair(`已选：${name}`, `chosen: ${name}`)
/** As a choice where something is made. */
export const WITH_KEY = (fingerprint: string): ReturnType<typeof pair> =>
    pair(`用已打开的密钥签名：${fingerprint}`, `Sign with the key that is open, ${fingerprint}`)
