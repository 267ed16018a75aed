/** What families of licenses and duties are called, in English: as `content/licenses` has them. */

export const licenseTerms = {
  families: {
    'public-domain': {
      label: 'Public domain and no conditions',
      note: 'Everybody may do anything, without any condition.',
    },
    'public-domain-without-patents': {
      label: 'Public domain, patents kept back',
      note: 'Copyright and database rights are given up; patents and trademarks are expressly not touched.',
    },
    'public-domain-data': {
      label: 'Data in the public domain',
      note: 'Made for databases; rights in the data are given up.',
    },
    notice: {
      label: 'Permissive, keep the notice',
      note: 'Any use, also inside closed products, as long as the copyright and permission notice stays with it.',
    },
    'notice-with-acknowledgment': {
      label: 'Permissive, acknowledge in advertising or documentation',
      note: 'As the notice family, and advertising or documentation must name the authors; the GPL does not allow that demand.',
    },
    'notice-with-patents': {
      label: 'Permissive with a patent grant',
      note: 'As the notice family, and contributors expressly license their patents.',
    },
    'notice-without-patents': {
      label: 'Permissive, patents kept back',
      note: 'As the notice family; the text says that no patent license is given.',
    },
    'notice-in-source': {
      label: 'Permissive, notice in source copies only',
      note: 'Programs that are delivered as binaries need not carry the notice.',
    },
    'notice-in-source-and-changes': {
      label: 'Permissive, name the changes, notice in source copies',
      note: 'Altered versions must be marked as such and may not be passed off as the original.',
    },
    'apache-like': {
      label: 'Permissive with patent grant, name the changes',
      note: 'Changed files say that they were changed, a NOTICE file travels along, and suing over patents ends the patent license.',
    },
    'permissive-changes': {
      label: 'Permissive, name the changes',
      note: 'Changed versions must say what was changed.',
    },
    'permissive-changes-old': {
      label: 'Permissive, name the changes, no patent grant',
      note: 'Changed versions must say what was changed or take another name.',
    },
    'weak-copyleft-file': {
      label: 'Copyleft for the changed files',
      note: 'Files under the license stay under it and are published when delivered; other files of the product may have other terms.',
    },
    'weak-copyleft-module': {
      label: 'Copyleft for the program itself, other modules free',
      note: 'The program and changes to it stay under the license; separate modules may have other terms.',
    },
    'weak-copyleft-library': {
      label: 'Copyleft for the library',
      note: 'The library stays free and replaceable; a program that uses it may have other terms.',
    },
    'weak-copyleft-library-3': {
      label: 'Copyleft for the library, version 3',
      note: 'As the older library family, with the patent and device clauses of the GPL 3.',
    },
    'weak-copyleft-old': {
      label: 'Weak copyleft of older or rarer texts',
      note: 'Changes to the work are to be published or kept under its terms; works that use it may have other terms.',
    },
    'weak-copyleft-vim': {
      label: 'Copyleft towards the maintainer',
      note: 'Changed copies are handed on with their source or made available to the maintainer.',
    },
    'strong-copyleft-2': {
      label: 'Strong copyleft',
      note: 'A work that contains it is delivered as a whole under the same license, with its source.',
    },
    'strong-copyleft-exception': {
      label: 'Copyleft with a built-in exception',
      note: 'The GPL with a permission to combine; the deprecated identifiers name both at once.',
    },
    'strong-copyleft-3': {
      label: 'Strong copyleft, version 3',
      note: 'As version 2, with a patent grant, and consumer devices come with what is needed to install a changed version.',
    },
    'network-copyleft': {
      label: 'Copyleft that counts use over a network',
      note: 'Who lets others use a changed version over a network offers them its source.',
    },
    'network-copyleft-other': {
      label: 'Copyleft that counts use over a network, other texts',
      note: 'Making the work available over a network is treated like delivering it.',
    },
    'network-copyleft-cecill': {
      label: 'Copyleft that counts use over a network, CeCILL',
      note: 'French law text, compatible with the GPL and the EUPL; access over a network is use.',
    },
    'network-copyleft-combined': {
      label: 'Copyleft over a network, larger works free',
      note: 'The work itself stays under the license, a larger work that contains it need not.',
    },
    'hardware-permissive': {
      label: 'Permissive hardware designs',
      note: 'Design files may go into any product; notices stay.',
    },
    'hardware-weak': {
      label: 'Weak copyleft for hardware designs',
      note: 'The design stays open, a product may contain other designs; the duty reaches who makes and sells the product.',
    },
    'hardware-strong': {
      label: 'Strong copyleft for hardware designs',
      note: 'The complete source of the design goes with the product; the duty reaches who makes and sells it.',
    },
    font: {
      label: 'Fonts, share alike',
      note: 'Free to bundle and embed, not to sell alone; changed fonts stay under the license, under another name if one is reserved.',
    },
    'font-permissive': {
      label: 'Fonts with a naming rule',
      note: 'Free to use and bundle; not to be sold alone, and changed fonts take another name.',
    },
    'content-attribution': {
      label: 'Content, name the author',
      note: 'Any use of the content as long as author, license and changes are named. Not meant for code.',
    },
    'content-share-alike': {
      label: 'Content, share alike',
      note: 'Changed content is shared under the same or a compatible license.',
    },
    'documentation-copyleft': {
      label: 'Documentation, copyleft',
      note: 'Changed documents stay under the license and come in an editable form.',
    },
    'documentation-invariant': {
      label: 'Documentation with sections that must stay',
      note: 'Some sections may never be changed or taken out, so that the whole is not free to change.',
    },
    'data-attribution': {
      label: 'Data, name the source',
      note: 'Any use as long as the source is named; attributions pile up when many data sets are combined.',
    },
    'data-share-alike': {
      label: 'Data, share alike',
      note: 'A database made from it and used in public is shared under the same license.',
    },
    'data-computation': {
      label: 'Data for computation only',
      note: 'The data may be used for computation and not be published otherwise.',
    },
    'model-permissive': {
      label: 'Models with all their portions, permissive',
      note: 'One license for code, weights, data and documentation of a model.',
    },
    'model-use-restricted': {
      label: 'Models with rules of use',
      note: 'Free to use, also commercially for most, but a list of forbidden uses or users goes along with every copy.',
    },
    noncommercial: {
      label: 'Not for commercial use',
      note: 'Not open by the Open Definition, since commercial use needs another permission.',
    },
    'noncommercial-share-alike': {
      label: 'Not for commercial use, share alike',
      note: 'Not open; changed content is shared under the same terms.',
    },
    'no-derivatives': {
      label: 'Not to be changed',
      note: 'May be shared, not changed; not open by the Open Definition.',
    },
    'noncommercial-no-derivatives': {
      label: 'Not for commercial use, not to be changed',
      note: 'May be shared unchanged and without commerce only.',
    },
    'source-available': {
      label: 'Source can be seen, use is limited',
      note: 'Competing, hosted or commercial use needs another permission; some texts turn into an open license after years.',
    },
    'source-available-network': {
      label: 'Source can be seen, services must publish everything',
      note: 'Who offers the program as a service publishes all programs used to run the service; not approved by the OSI.',
    },
    'use-restricted-software': {
      label: 'Some uses forbidden',
      note: 'A permissive text that forbids certain uses, so that it is open by neither definition.',
    },
    closed: {
      label: 'No permission that goes beyond a contract',
      note: 'All rights are reserved; what is allowed stands in the contract with the supplier.',
    },
  },
  duties: {
    'keep-notices': {
      label: 'Keep copyright and license notices',
      text: 'Every delivered copy, binaries included, carries the copyright lines and the license text.',
    },
    'keep-notices-in-source': {
      label: 'Keep notices in source copies',
      text: 'Copies of the source carry the copyright lines and the license text; binaries need not.',
    },
    'state-changes': { label: 'Say what was changed', text: 'Changed files or works say that they were changed.' },
    'pass-on-notice-file': {
      label: 'Pass on the NOTICE file',
      text: 'Where the work has a NOTICE file, its attributions go into the delivered product.',
    },
    acknowledge: {
      label: 'Acknowledge the authors',
      text: 'Advertising or documentation of the product names the authors in the words that the license gives.',
    },
    'offer-source': {
      label: 'Provide the source',
      text: 'Who gets the program also gets, or is offered, the source that belongs to it.',
    },
    'offer-source-to-network-users': {
      label: 'Provide the source to users of the service',
      text: 'Who uses a changed version over a network is offered its source.',
    },
    'same-license': {
      label: 'Same license for the work',
      text: 'Changed versions and works made from it are delivered under the same license.',
    },
    'same-license-file': {
      label: 'Same license for its files',
      text: "Files under the license stay under it, changed or not; files of one's own may have other terms.",
    },
    'same-license-library': {
      label: 'Same license for the library',
      text: 'The library stays under its license, changed or not; a program that uses it may have other terms.',
    },
    'allow-relinking': {
      label: 'Let users replace the library',
      text: 'Users can exchange the library for a changed one, and taking the program apart for that purpose is not forbidden.',
    },
    'installation-information': {
      label: 'Give installation information',
      text: 'Consumer devices come with what is needed to install a changed version.',
    },
    'rename-changed': {
      label: 'Give changed versions another name',
      text: 'Names that the license reserves are not used for changed versions.',
    },
    'no-changes': { label: 'Do not hand on changed versions', text: 'Only unchanged copies may be shared.' },
    'pass-on-use-restrictions': {
      label: 'Pass on the rules of use',
      text: 'Everybody who gets a copy is bound to the same list of forbidden uses.',
    },
    'keep-to-purpose': {
      label: 'Keep to the permitted uses',
      text: 'Some uses are forbidden or need another permission; check the text against the intended use.',
    },
    'have-a-contract': {
      label: 'Have a contract',
      text: 'Without a contract there is no permission to use, copy or change the work.',
    },
  },
}
