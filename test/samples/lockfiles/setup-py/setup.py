from setuptools import find_packages, setup

setup(
    name='harbor',
    version='0.0.1',
    packages=find_packages(),
    install_requires=[
        'tides==0.26.1',
        # a comment
        "berths[fast]>=1.4,<2",
        'numpy',
    ],
    extras_require={'dev': ['pytest']},
)
