// Packs a folder with npm and installs the package somewhere else, as its users would.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Calls use(run), where run(program, ...words) gives what a program prints beside the installed package; skips `t` without npm.
export function afterInstalling(t, folder, use) {
  if (spawnSync('npm', ['--version']).error) {
    t.skip('npm is not installed');
    return;
  }
  const work = mkdtempSync(join(tmpdir(), 'kotext-'));
  const run = (program, ...words) => execFileSync(program, words, { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    const [{ filename }] = JSON.parse(run('npm', 'pack', '--json', folder));
    run('npm', 'install', '--offline', '--no-audit', '--no-fund', `./${filename}`);
    use(run);
  } finally {
    rmSync(work, { recursive: true });
  }
}
