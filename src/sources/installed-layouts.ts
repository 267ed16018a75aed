/** The layouts that are known. The first one that knows a folder decides; more exact markers come first. */

import type { InstalledLayout } from './installed-layout.ts'
import { bundler } from '#sources/layouts/bundler.ts'
import { cargoVendor } from '#sources/layouts/cargo-vendor.ts'
import { composerVendor } from '#sources/layouts/composer-vendor.ts'
import { goVendor } from '#sources/layouts/go-vendor.ts'
import { nodeModules } from '#sources/layouts/node-modules.ts'
import { sitePackages } from '#sources/layouts/site-packages.ts'

export const layouts: readonly InstalledLayout[] = [
  nodeModules,
  goVendor,
  composerVendor,
  cargoVendor,
  bundler,
  sitePackages,
]
