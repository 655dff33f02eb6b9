// One line of progress for each stage of a long command, with the seconds it takes.

const live = process.stdout.isTTY === true;

/**
 * Does some work, and tells how long it takes while it goes on: on a terminal in place, else every ten seconds.
 * @template T
 * @param {string} title "Installing the dependencies"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function stage(title, work) {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const show = () => {
    if (live) process.stdout.write(`\r${title} … ${seconds().toFixed(0)} s`);
    else if (seconds() > 1) console.log(`${title} … ${seconds().toFixed(0)} s`);
  };
  if (live) show();
  else console.log(`${title} …`);
  const timer = setInterval(show, live ? 1_000 : 10_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    console.log(`${live ? "\r\x1b[2K" : ""}${title}: ${seconds().toFixed(1)} s`);
  }
}

/**
 * The same for work that prints its own progress.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function talkativeStage(title, work) {
  const start = performance.now();
  console.log(`\n${title} …`);
  try {
    return await work();
  } finally {
    console.log(`${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
}
