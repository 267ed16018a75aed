/** All version schemes: those of package types, and those that vers alone names. A test compares the list with the folder. */

import { scheme as alpine } from './schemes/alpine.ts'
import { scheme as alpm } from './schemes/alpm.ts'
import { scheme as composer } from './schemes/composer.ts'
import { scheme as conan } from './schemes/conan.ts'
import { scheme as cran } from './schemes/cran.ts'
import { scheme as datetime } from './schemes/datetime.ts'
import { scheme as debian } from './schemes/debian.ts'
import { scheme as gem } from './schemes/gem.ts'
import { scheme as generic } from './schemes/generic.ts'
import { scheme as gentoo } from './schemes/gentoo.ts'
import { scheme as go } from './schemes/go.ts'
import { scheme as hackage } from './schemes/hackage.ts'
import { scheme as hex } from './schemes/hex.ts'
import { scheme as intdot } from './schemes/intdot.ts'
import { scheme as lexicographic } from './schemes/lexicographic.ts'
import { scheme as maven } from './schemes/maven.ts'
import { scheme as nginx } from './schemes/nginx.ts'
import { scheme as nodeSemver } from './schemes/node-semver.ts'
import { scheme as nuget } from './schemes/nuget.ts'
import { scheme as openssl } from './schemes/openssl.ts'
import { scheme as pep440 } from './schemes/pep440.ts'
import { scheme as pub } from './schemes/pub.ts'
import { scheme as rpm } from './schemes/rpm.ts'
import { scheme as semver } from './schemes/semver.ts'

export const schemes = [
  alpine,
  alpm,
  composer,
  conan,
  cran,
  datetime,
  debian,
  gem,
  generic,
  gentoo,
  go,
  hackage,
  hex,
  intdot,
  lexicographic,
  maven,
  nginx,
  nodeSemver,
  nuget,
  openssl,
  pep440,
  pub,
  rpm,
  semver,
] as const
