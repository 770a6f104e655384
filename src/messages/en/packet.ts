import type { PacketIssues } from "../../base/issues/packet.ts"
import type { Messages } from "../message.ts"

const PATH_FAULTS = {
    empty: "it is empty",
    absolute: "it begins with /",
    "segment-empty": "it has an empty segment",
    "segment-dot": "a segment begins or ends with a point",
    "segment-dash": "a segment begins with a hyphen",
    character: "it has a character other than letters, digits, point, underscore and hyphen",
    "reserved-name": "a segment is a device name reserved by Windows",
    "segment-long": "a segment is too long",
    "path-long": "it is too long",
    deep: "it has too many folders",
} as const

const SIGNATURE_FAULTS = {
    armour: "the signature file's text form is wrong (changed line ends, or text around it)",
    encoding: "the signature file is incomplete or malformed",
    namespace: "this signature was not made for a packet",
    hash: "the signature's hash algorithm is not SHA-512",
    key: "this type of key is not supported, so it was not checked",
    algorithm: "this signature algorithm is not supported, so it was not checked",
    bad: "the signature does not fit the list: one of them was changed, or it belongs to another packet",
} as const

const ASK_AGAIN = "ask the provider for the whole packet again"
const UNPACK = "if it was packed again, unpack it and verify the folder; otherwise ask the provider for the original"
const MAKER = "packets must not be edited by hand; ask the provider for it again"

export const packetIssues: Messages<PacketIssues> = {
    "manifest.path.unsafe": ({ fault }) => ({
        message: `not a name for a packet: ${PATH_FAULTS[fault]}`,
        hint: "names in a packet have letters, digits and . _ - only; the original name stands in the list",
    }),
    "manifest.path.collision": ({ other }) => ({
        message: `the same name as "${other}" where case does not count`,
        hint: "rename one of the two",
    }),
    "manifest.path.file-and-folder": ({ folder }) => ({
        message: `"${folder}" is a file and a folder`,
        hint: "rename one of the two",
    }),
    "manifest.text.large": ({ most }) => ({
        message: `the list is larger than ${String(most)} bytes and was not read`,
        hint: MAKER,
    }),
    "manifest.text.encoding": () => ({ message: "the list is not UTF-8 without a BOM", hint: MAKER }),
    "manifest.text.end": () => ({
        message: "the last line of the list has no line end; it may be cut",
        hint: ASK_AGAIN,
    }),
    "manifest.line.carriage-return": () => ({ message: "the line ends with CR LF; only LF is allowed", hint: MAKER }),
    "manifest.line.form": () => ({ message: "the line is not digest, two spaces, path", hint: MAKER }),
    "manifest.line.spelling": ({ path }) => ({
        message: `the line of "${path}" must have lower-case digits and two spaces`,
        hint: MAKER,
    }),
    "manifest.line.outside": ({ path }) => ({ message: `the list names "${path}" outside data/`, hint: MAKER }),
    "manifest.line.order": ({ path }) => ({ message: `the line of "${path}" is out of order`, hint: MAKER }),
    "manifest.line.duplicate": ({ path }) => ({ message: `"${path}" is listed more than once`, hint: MAKER }),
    "manifest.bag-info.form": () => ({ message: "bag-info.txt is not in the form of this program", hint: ASK_AGAIN }),
    "manifest.bag-info.line": () => ({ message: "this line is unknown or repeated", hint: ASK_AGAIN }),
    "manifest.bag-info.value": ({ label }) => ({ message: `the value of ${label} is malformed`, hint: ASK_AGAIN }),

    "signature.key.format": () => ({
        message: "not a readable OpenSSH private key file, or it is damaged",
        hint: "make a key with lerpack keygen or ssh-keygen -t ed25519",
    }),
    "signature.key.type": ({ type }) => ({
        message: `the key's type is ${type}; only Ed25519 keys are signed with directly`,
        hint: "use an Ed25519 key, or sign with ssh-keygen -Y sign",
    }),
    "signature.key.cipher": ({ cipher }) => ({
        message: `the key is encrypted with ${cipher}; only aes256-ctr is read`,
        hint: "run ssh-keygen -p -Z aes256-ctr -f <key file> and try again",
    }),
    "signature.key.encrypted": () => ({
        message: "the key has a passphrase and none was given",
        hint: "enter the passphrase",
    }),
    "signature.key.passphrase": () => ({
        message: "the passphrase is wrong, or the key file is damaged",
        hint: "enter the passphrase again",
    }),
    "signature.signers.line": () => ({
        message: "this line of the allowed signers can not be read",
        hint: "write name, key type and public key with blanks between, as in ssh-keygen's allowed_signers",
    }),
    "signature.signers.key": ({ type }) => ({
        message: `the key type ${type} is not supported, or it is not the type of the key`,
        hint: "check the public key of this line",
    }),
    "signature.signers.time": ({ option }) => ({
        message: `the time of ${option} is malformed or given twice`,
        hint: 'write for example valid-after="20260101Z"',
    }),
    "signature.signers.zone": ({ option }) => ({
        message: `${option} names no time zone and is taken as UTC`,
        hint: "add Z to say UTC",
    }),
    "signature.signers.authority": () => ({
        message: "this line is a certificate authority, which is not supported; it was not used",
        hint: "write the signer's own public key",
    }),
    "signature.signers.option": ({ option }) => ({
        message: `the option ${option} is unknown; the line was not used`,
        hint: "only namespaces, valid-after and valid-before are supported",
    }),

    "zip.file.format": () => ({
        message: "not a ZIP file, or it is incomplete",
        hint: "make sure that the file was copied completely",
    }),
    "zip.file.end": () => ({
        message:
            "the end of the ZIP is not a packet's: it is cut, something was appended, or another program packed it",
        hint: UNPACK,
    }),
    "zip.file.entries": ({ count, most }) => ({
        message: `the ZIP has ${String(count)} files, a packet at most ${String(most)}`,
        hint: UNPACK,
    }),
    "zip.file.directory": () => ({
        message: "the ZIP's directory is not a packet's; another program may have packed it",
        hint: UNPACK,
    }),
    "zip.file.gap": ({ offset }) => ({
        message: `at byte ${String(offset)} the ZIP holds something that belongs to no file`,
        hint: ASK_AGAIN,
    }),
    "zip.file.top": ({ count }) => ({
        message: `a packet has one top folder, this ZIP has ${String(count)} names there`,
        hint: UNPACK,
    }),
    "zip.entry.header": () => ({
        message: "the ZIP's record of this file is not a packet's (compressed, extra fields, another date or mode)",
        hint: UNPACK,
    }),
    "zip.entry.beyond": () => ({ message: "by the ZIP's directory this file reaches beyond the ZIP", hint: ASK_AGAIN }),
    "zip.entry.local-header": ({ offset }) => ({
        message: `the file's header at byte ${String(offset)} differs from the directory`,
        hint: ASK_AGAIN,
    }),
    "zip.entry.name": () => ({ message: "this name in the ZIP is unsafe or not in its normal form", hint: ASK_AGAIN }),
    "zip.entry.duplicate": ({ other }) => ({ message: `the ZIP also has "${other}", the same name`, hint: ASK_AGAIN }),
    "zip.entry.crc": () => ({ message: "the content does not fit the CRC-32 in the ZIP", hint: ASK_AGAIN }),

    "packet.prior.manifest": () => ({
        message: "the earlier packet has no readable list",
        hint: "verify the earlier packet first",
    }),
    "packet.prior.changed": () => ({
        message: "this file of the earlier packet does not fit its list",
        hint: "get the earlier packet again and verify it",
    }),
    "packet.size.bytes": ({ bytes, most }) => ({
        message: `the files have ${String(bytes)} bytes, a packet at most ${String(most)}`,
        hint: "choose fewer files; hand over large ones on a disc",
    }),
    "packet.size.files": ({ files, most }) => ({
        message: `there are ${String(files)} files, a packet has at most ${String(most)}`,
        hint: "choose fewer files",
    }),
    "packet.signer.earlier-layer": ({ fingerprint }) => ({
        message: `the key ${fingerprint} signed an earlier layer and may not sign a later one`,
        hint: "sign with your own agency's key, or use --unsigned",
    }),
    "packet.signer.already": ({ fingerprint }) => ({
        message: `the key ${fingerprint} has already signed this packet`,
        hint: "nothing to do; another party signs with its own key",
    }),

    "packet.signer.many": ({ most }) => ({
        message: `this list has ${String(most)} signatures already and takes no more`,
        hint: "use the packet with the signatures it has",
    }),

    "verify.packet.elsewhere": ({ where }) => ({
        message:
            where === ".."
                ? "this is the data folder of a packet; the packet is the folder above"
                : "the packet is in this folder, with other files beside it; nothing was verified",
        hint: where === ".." ? "name the folder above and verify again" : `name the folder "${where}" and verify again`,
    }),
    "verify.packet.none": () => ({
        message: "no packet here: manifest-sha256.txt is not found",
        hint: "name the packet's ZIP, or the unpacked folder that holds manifest-sha256.txt",
    }),
    "verify.packet.algorithm": () => ({
        message: "this list does not use SHA-256; it is not supported and was not checked",
        hint: "check it with the program that made it",
    }),
    "verify.folder.system-file": () => ({ message: "made by the system, not part of the packet, not counted" }),
    "verify.folder.nested": () => ({ message: "the packet lies one folder deeper; that folder was verified" }),
    "verify.folder.irregular": () => ({
        message: "a link or special file, which no packet has; it was not read",
        hint: "unpack the original ZIP again",
    }),
    "verify.file.changed": ({ list }) => ({ message: `the content does not fit the hash in ${list}`, hint: ASK_AGAIN }),
    "verify.list.missing": () => ({ message: "this file should be here and is not", hint: ASK_AGAIN }),
    "verify.list.extra": () => ({
        message: "this file is not on the list",
        hint: "unpack the original ZIP again; if the file is still there, ask the provider",
    }),
    "verify.tag.bagit": () => ({ message: "the content is not the two lines it must be", hint: ASK_AGAIN }),
    "verify.tag.list": () => ({
        message: "it must list bag-info.txt, bagit.txt and manifest-sha256.txt and nothing else",
        hint: ASK_AGAIN,
    }),
    "verify.bag-info.differs": ({ label }) => ({
        message: `${label} differs from the files or the index`,
        hint: ASK_AGAIN,
    }),
    "verify.index.missing": () => ({ message: "this layer's index is missing or too large", hint: ASK_AGAIN }),
    "verify.index.json": () => ({ message: "the index is not a JSON object", hint: ASK_AGAIN }),
    "verify.index.format": () => ({
        message: "the format version is not 1.0; nothing was judged",
        hint: "use a newer version of the program",
    }),
    "verify.index.field": () => ({
        message: "this member of the index is missing, superfluous or malformed",
        hint: ASK_AGAIN,
    }),
    "verify.index.not-canonical": () => ({
        message: "the index is not in canonical form (a member given twice?); programs could read it differently",
        hint: ASK_AGAIN,
    }),
    "verify.index.kind": ({ kind, layer }) => ({
        message: `layer ${String(layer)} can not be of the kind ${kind}`,
        hint: ASK_AGAIN,
    }),
    "verify.index.content": ({ kind }) => ({
        message: `the index says ${kind}, but the files are not those of a ${kind}`,
        hint: "do not use it as what it says it is; ask the provider",
    }),
    "verify.index.unlisted": () => ({
        message: "the index names this file, but the list has none such in this layer",
        hint: ASK_AGAIN,
    }),
    "verify.index.silent": () => ({ message: "the list has this file, the index does not name it", hint: ASK_AGAIN }),
    "verify.index.size": ({ claimed, actual }) => ({
        message: `the index says ${String(claimed)} bytes, there are ${String(actual)}`,
        hint: ASK_AGAIN,
    }),
    "verify.layer.code": ({ layer, code }) => ({
        message: `the check code of layer ${String(layer)} is ${code}`,
        hint: "if it is the one on the paper handed over then, this layer is what was handed over",
    }),
    "verify.layer.missing": ({ layer }) => ({
        message: `the layer before has this file, the list of layer ${String(layer)} has not`,
        hint: "get the packet of the layer before and compare",
    }),
    "verify.layer.replaced": ({ layer }) => ({
        message: `layer ${String(layer)} has other content under this name`,
        hint: "get the packet of the layer before and compare",
    }),
    "verify.layer.misplaced": ({ layer }) => ({
        message: `layer ${String(layer)} may not add a file at this place`,
        hint: ASK_AGAIN,
    }),
    "verify.layer.same-key": ({ key, layer }) => ({
        message: `the key ${key} has also signed layer ${String(layer)}; each layer is signed by another party`,
        hint: "ask those who are said to have signed",
    }),
    "verify.signature.bad": ({ fault }) => ({ message: SIGNATURE_FAULTS[fault], hint: ASK_AGAIN }),
    "verify.signature.gap": () => ({
        message: "the signatures are not numbered without gaps; this one may have been removed",
        hint: ASK_AGAIN,
    }),
    "verify.signature.named-key": ({ key }) => ({
        message: `the index says that the key ${key} signed, but no good signature of it is here`,
        hint: ASK_AGAIN,
    }),
    "verify.signature.missing": () => ({
        message: "a signature by a listed key is demanded, but the packet has none",
        hint: "ask for a signature, or compare the check code on paper",
    }),
    "verify.signature.unknown": ({ key }) => ({
        message: `the key ${key} is not on a list of known keys`,
        hint: "compare this text with the signer by another way: in person, by phone, by letter",
    }),
    "verify.signature.outside-validity": ({ key }) => ({
        message: `the key ${key} is listed, but not for the present time of this machine`,
        hint: "check this machine's clock and the dates in the list",
    }),
    "verify.timestamp.unchecked": () => ({ message: "a time stamp is present and was not checked" }),
    "verify.time.order": ({ was, is }) => ({
        message: `this layer's stated time ${is} is before the earlier layer's ${was}`,
        hint: "compare the two times",
    }),
    "verify.time.future": ({ claimed, now }) => ({
        message: `the stated time ${claimed} is after this machine's time ${now}`,
        hint: "check this machine's clock",
    }),
    "verify.code.same": () => ({ message: "the check code is the one given" }),
    "verify.code.earlier-layer": ({ layer, found }) => ({
        message: `the code given is that of the list of layer ${String(layer)}; the layers above were not compared`,
        hint: `the code of the whole packet is ${found}; compare it with its maker`,
    }),
    "verify.code.form": () => ({
        message: "the given check code is not 32 hex digits; it was not compared",
        hint: "a check code is eight groups of four; 64 digits are the ZIP's SHA-256",
    }),
    "verify.code.differs": ({ found }) => ({
        message: `the check code differs from the one given; this packet's is ${found}`,
        hint: "check the typing; if it is right, this is not the packet that the paper names",
    }),
    "verify.sent.no-record": () => ({
        message: "this packet has no record of what was sent",
        hint: "the record is in the archive; verify the archive",
    }),
    "verify.sent.same": ({ name, layer }) => ({
        message: `the content is that of "${name}" in the record of layer ${String(layer)}`,
    }),
    "verify.sent.not-recorded": () => ({
        message: "the content of this file is not in the record of what was sent",
        hint: "make sure that this file was sent",
    }),
    "verify.sent.not-given": () => ({ message: "in the record of what was sent, but not given; not compared" }),
}
