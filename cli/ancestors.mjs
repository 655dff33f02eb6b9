// npm does not take its script with it when it is killed: the shell between them dies, or stays, and the script goes on
// without anybody. Under npm, a script therefore watches its ancestors up to npm itself.
import { readFileSync } from "node:fs";

/**
 * Calls `orphaned` once when the parent, or npm behind it, is gone. Does nothing for a script that was not started by
 * npm, which may outlive the terminal it came from.
 * @param {() => void} orphaned
 */
export function watchNpm(orphaned) {
  if (!process.env.npm_lifecycle_event) return;
  const chain = [process.ppid];
  for (let pid = process.ppid; isShell(pid) && chain.length < 3; ) {
    pid = parentOf(pid);
    if (pid <= 1) break;
    chain.push(pid);
  }
  const timer = setInterval(() => {
    const isWhole = chain.every((pid, i) => pid === (i === 0 ? process.ppid : parentOf(chain[i - 1] ?? 0)));
    if (isWhole) return;
    clearInterval(timer);
    orphaned();
  }, 500);
  timer.unref();
}

/** @param {number} pid */
function isShell(pid) {
  return /^(sh|dash|bash|ash|zsh)$/.test(read(pid, "comm"));
}

/**
 * @param {number} pid
 * @returns {number} 0 where the system does not tell, as on other systems than Linux
 */
function parentOf(pid) {
  // "4711 (a name) S 4710 …": the name may hold spaces and brackets.
  return Number(/\) \S (\d+)[^)]*$/.exec(read(pid, "stat"))?.[1] ?? 0);
}

/**
 * @param {number} pid
 * @param {string} file
 */
function read(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8").trim();
  } catch {
    return "";
  }
}
